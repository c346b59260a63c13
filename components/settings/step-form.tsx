"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { keepingFields } from "./keeping-fields";
import { SetupSteps } from "./setup-steps";

/** `error` is a code of messages/errors. */
export type SetupState = { error: string | null };
export type SetupAction = (before: SetupState, form: FormData) => Promise<SetupState>;

/** One page of the form. `before` stands outside of it, for what is a form of its own. */
export type FormStep = { name: string; title: string; before?: ReactNode; fields: ReactNode };

export interface StepFormProps {
  steps: readonly FormStep[];
  /** Squares shown, when steps outside of this form follow. */
  count: number;
  action: SetupAction;
  submit: string;
  danger?: boolean;
}

/** Whether everything shown can be sent; the browser points at what cannot. */
function isComplete(form: HTMLFormElement | null, step: number): boolean {
  const shown = form?.querySelectorAll<HTMLInputElement>(`[data-step="${step}"] input`) ?? [];
  return [...shown].every((input) => input.reportValidity());
}

const never = () => () => undefined;
const yes = () => true;
const no = () => false;

/** One form, a step at a time; sent whole at the end, so going back loses nothing. */
export function StepForm({ steps, count, action, submit, danger = false }: StepFormProps) {
  const t = useTranslations("setup");
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [step, setStep] = useState(0);
  const [state, send, pending] = useActionState(action, { error: null });
  const isAlive = useSyncExternalStore(never, yes, no);
  const last = step === steps.length - 1;
  const go = (to: number) => {
    setStep(to);
    requestAnimationFrame(() => heading.current?.focus());
  };
  return (
    <>
      {count > 1 && (
        <>
          <SetupSteps current={step} count={count} />
          <h2 ref={heading} tabIndex={-1} className="font-semibold text-16 outline-none">
            {steps[step]?.title}
          </h2>
        </>
      )}
      {steps[step]?.before}
      <form
        ref={form}
        onSubmit={keepingFields((fields) => {
          if (!isComplete(form.current, step)) return;
          if (last) send(fields);
          else go(step + 1);
        })}
        // Never sent by the browser itself, which would put a password into the address.
        method="post"
        noValidate
        className="flex flex-col gap-6"
      >
        {steps.map(({ name, fields }, at) => (
          <div key={name} data-step={at} hidden={at !== step} className="flex flex-col gap-4 [&[hidden]]:hidden">
            {fields}
          </div>
        ))}
        <StepError code={state.error} />
        <div className="flex flex-wrap gap-2">
          {step > 0 && (
            <Button size={40} onClick={() => go(step - 1)}>
              {t("back")}
            </Button>
          )}
          <Button
            type="submit"
            size={40}
            variant={last && danger ? "danger" : "primary"}
            pending={pending}
            disabled={!isAlive}
          >
            {last ? submit : t("next")}
          </Button>
        </div>
      </form>
    </>
  );
}

function StepError({ code }: { code: string | null }) {
  const errors = useTranslations("errors");
  if (code === null) return null;
  return (
    <p role="alert" className="text-13 text-danger">
      {errors.has(code) ? errors(code) : errors("invalid_input")}
    </p>
  );
}
