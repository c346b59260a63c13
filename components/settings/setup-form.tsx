"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountFields } from "./account-fields";
import { CompanyFields } from "./company-fields";
import { OwnTimeZone } from "./own-time-zone";
import { SETUP_STEP_COUNT } from "./setup-steps";
import { type SetupAction, StepForm } from "./step-form";

/** Language and time zone, company and hours, first administrator. */
export function SetupForm({ action, languages }: { action: SetupAction; languages: ReactNode }) {
  const t = useTranslations("setup");
  const locale = useLocale();
  const steps = [
    { name: "language", title: t("steps.language"), before: languages, fields: <OwnTimeZone /> },
    { name: "company", title: t("steps.company"), fields: <CompanyFields locale={locale} /> },
    { name: "admin", title: t("steps.admin"), fields: <AccountFields /> },
  ];
  return <StepForm steps={steps} count={SETUP_STEP_COUNT} action={action} submit={t("admin.submit")} />;
}
