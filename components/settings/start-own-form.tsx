"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { AccountFields } from "./account-fields";
import { CompanyFields } from "./company-fields";
import { OwnTimeZone } from "./own-time-zone";
import { type FormStep, type SetupAction, StepForm } from "./step-form";

export interface StartOwnFormProps {
  action: SetupAction;
  languages: ReactNode;
  /** The company's name now, which is typed to confirm. */
  name: string;
  needs: { company: boolean; account: boolean };
}

/** Replaces the demo by one's own company: what is not known of it yet, then the confirmation. */
export function StartOwnForm({ action, languages, name, needs }: StartOwnFormProps) {
  const t = useTranslations("setup.steps");
  const words = useTranslations("settings.demo");
  const locale = useLocale();
  const company: FormStep[] = [
    { name: "language", title: t("language"), before: languages, fields: <OwnTimeZone /> },
    { name: "company", title: t("company"), fields: <CompanyFields locale={locale} /> },
  ];
  const account: FormStep = { name: "admin", title: t("account"), fields: <Account /> };
  const confirm: FormStep = { name: "confirm", title: words("titleOwn"), fields: <Confirmation name={name} /> };
  const steps = [...(needs.company ? company : []), ...(needs.account ? [account] : []), confirm];
  const after = needs.company ? 1 : 0;
  const submit = words(needs.company ? "submit" : "submitOwn");
  return <StepForm steps={steps} count={steps.length + after} action={action} submit={submit} danger />;
}

function Account() {
  return (
    <>
      <p className="text-13 text-muted">{useTranslations("settings.demo")("account")}</p>
      <AccountFields />
    </>
  );
}

function Confirmation({ name }: { name: string }) {
  const t = useTranslations("settings.demo");
  return (
    <>
      <p className="text-13">{t("goes")}</p>
      <p className="text-13 text-muted">{t("stays")}</p>
      <Field label={t("confirmation", { name })} required>
        {(control) => <Input {...control} name="confirmation" autoComplete="off" controlSize={40} />}
      </Field>
    </>
  );
}
