"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** `waitSeconds`: too much was asked from here, nothing was sent. */
export type ForgotState = { sentTo: string | null; waitSeconds?: number };

/** Asks for a reset link; the answer is the same for every address. */
export function ForgotForm({ action }: { action: (before: ForgotState, form: FormData) => Promise<ForgotState> }) {
  const t = useTranslations("auth");
  const [state, submit, pending] = useActionState(action, { sentTo: null });
  if (state.sentTo !== null) {
    return (
      <p role="status" className="text-14">
        {t("forgot.done", { email: state.sentTo })}
      </p>
    );
  }
  return (
    <form action={submit} className="flex flex-col gap-4">
      <Field label={t("signIn.email")} required>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" controlSize={40} />}
      </Field>
      <p role="alert" className="text-13 text-danger empty:hidden">
        {state.waitSeconds ? t("forgot.tooMany", { minutes: Math.ceil(state.waitSeconds / 60) }) : null}
      </p>
      <Button type="submit" variant="primary" size={40} pending={pending}>
        {t("forgot.submit")}
      </Button>
    </form>
  );
}
