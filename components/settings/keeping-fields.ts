import { type FormEvent, startTransition } from "react";

/** Sends a form to an action without React's reset afterwards, so that a refusal leaves what was typed. */
export function keepingFields(submit: (form: FormData) => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => submit(form));
  };
}
