"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { AccountFields } from "./account-fields";
import { CompanyFields } from "./company-fields";
import { keepingFields } from "./keeping-fields";
import type { SetupAction } from "./setup-form";
import { TimeZoneField } from "./time-zone-field";

/** Replaces the demo by one's own company, after its name was typed. */
export function StartOwnForm({ action, demoName }: { action: SetupAction; demoName: string }) {
  const t = useTranslations("setup");
  const words = useTranslations("settings.demo");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const [state, submit, pending] = useActionState(action, { error: null });
  return (
    <form onSubmit={keepingFields(submit)} className="flex flex-col gap-4">
      <input type="hidden" name="locale" value={locale} />
      <h2 className="font-semibold text-16">{t("demo.company")}</h2>
      <CompanyFields locale={locale} />
      <TimeZoneField label={t("language.timeZone")} hint={t("language.timeZoneHint")} initial="Asia/Shanghai" />
      <h2 className="pt-4 font-semibold text-16">{t("demo.account")}</h2>
      <AccountFields />
      <div className="mt-4 border-line border-t pt-4">
        <Field label={words("confirmation", { name: demoName })} required>
          {(control) => <Input {...control} name="confirmation" autoComplete="off" controlSize={40} />}
        </Field>
      </div>
      {state.error !== null && (
        <p role="alert" className="text-13 text-danger">
          {errors.has(state.error) ? errors(state.error) : errors("invalid_input")}
        </p>
      )}
      <Button type="submit" variant="danger" size={40} pending={pending}>
        {words("submit")}
      </Button>
    </form>
  );
}
