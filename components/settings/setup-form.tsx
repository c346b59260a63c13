"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { AccountFields } from "./account-fields";
import { CompanyFields } from "./company-fields";
import { keepingFields } from "./keeping-fields";
import { SETUP_STEPS, SetupSteps } from "./setup-steps";
import { TimeZoneField } from "./time-zone-field";

/** `error` is a code of messages/errors. */
export type SetupState = { error: string | null };
export type SetupAction = (before: SetupState, form: FormData) => Promise<SetupState>;

const LAST = 2;

/** Whether everything shown can be sent; the browser points at what cannot. */
function isComplete(form: HTMLFormElement | null, step: number): boolean {
  const shown = form?.querySelectorAll<HTMLInputElement>(`[data-step="${step}"] input`) ?? [];
  return [...shown].every((input) => input.reportValidity());
}

/** The reader's own zone once the browser has told it. */
function useOwnTimeZone(): string {
  const [zone, setZone] = useState("Asia/Shanghai");
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return zone;
}

/** Language and time zone, company and hours, first administrator: one form, a step at a time. */
export function SetupForm({ action, languages }: { action: SetupAction; languages: ReactNode }) {
  const t = useTranslations("setup");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const [step, setStep] = useState(0);
  const [state, submit, pending] = useActionState(action, { error: null });
  const zone = useOwnTimeZone();
  const title = SETUP_STEPS[step] ?? "language";
  const steps = [
    <TimeZoneField key={zone} label={t("language.timeZone")} hint={t("language.timeZoneHint")} initial={zone} />,
    <CompanyFields key="company" locale={locale} />,
    <AccountFields key="admin" />,
  ];
  return (
    <>
      <SetupSteps current={step} />
      <h2 className="font-semibold text-16">{t(`steps.${title}`)}</h2>
      {step === 0 && languages}
      <form ref={form} onSubmit={keepingFields(submit)} noValidate className="flex flex-col gap-6">
        <input type="hidden" name="locale" value={locale} />
        {steps.map((fields, at) => (
          <div
            key={SETUP_STEPS[at]}
            data-step={at}
            hidden={at !== step}
            className="flex flex-col gap-4 [&[hidden]]:hidden"
          >
            {fields}
          </div>
        ))}
        {state.error !== null && (
          <p role="alert" className="text-13 text-danger">
            {errors.has(state.error) ? errors(state.error) : errors("invalid_input")}
          </p>
        )}
        <div className="flex gap-2">
          {step > 0 && (
            <Button size={40} onClick={() => setStep(step - 1)}>
              {t("back")}
            </Button>
          )}
          {step < LAST ? (
            <Button
              key="next"
              size={40}
              variant="primary"
              onClick={() => isComplete(form.current, step) && setStep(step + 1)}
            >
              {t("next")}
            </Button>
          ) : (
            <Button
              key="submit"
              type="submit"
              size={40}
              variant="primary"
              pending={pending}
              onClick={(event) => !isComplete(form.current, step) && event.preventDefault()}
            >
              {t("admin.submit")}
            </Button>
          )}
        </div>
      </form>
    </>
  );
}
