"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { COMPANY_HUES, EDITABLE_SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import { HuePicker } from "./hue-picker";
import { SaveBar } from "./save-bar";
import { TimeZoneField } from "./time-zone-field";
import { useSaveForm } from "./use-save-form";

type Company = SettingsOf<"company">;

const LANGUAGES = [
  { value: "zh", label: "中文" },
  { value: "en", label: "English" },
];

function companyOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return EDITABLE_SETTINGS.company.parse({
    name: { zh: text("nameZh"), en: text("nameEn") },
    assistantName: { zh: text("assistantZh"), en: text("assistantEn") },
    hue: COMPANY_HUES.find((hue) => String(hue) === text("hue")),
    timeZone: text("timeZone"),
    defaultLocale: text("defaultLocale"),
    phone: text("phone"),
    email: text("email"),
    privacyUrl: text("privacyUrl"),
    icp: text("icp"),
  });
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="pb-3 font-semibold text-16">{title}</legend>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

/** The company as customers see it: names, colour, time zone, language, contact. */
export function CompanyForm({ value, version }: { value: Company; version: number }) {
  const t = useTranslations("settings.company");
  const client = useTRPCClient();
  const { save, dirty, form } = useSaveForm(async (fields) => {
    await client.settings.update.mutate({ subject: "company", version, value: companyOf(fields) });
  });
  const text = (name: string, label: string, initial: string, more: { optional?: boolean; hint?: string } = {}) => (
    <Field
      label={label}
      hint={more.hint}
      required={!more.optional}
      optionalLabel={more.optional ? t("optional") : undefined}
    >
      {(control) => <Input {...control} name={name} defaultValue={initial} maxLength={500} />}
    </Field>
  );
  return (
    <form {...form} className="flex max-w-[680px] flex-col gap-8">
      <Group title={t("names")}>
        {text("nameZh", t("nameZh"), value.name.zh)}
        {text("nameEn", t("nameEn"), value.name.en)}
        {text("assistantZh", t("assistantZh"), value.assistantName.zh)}
        {text("assistantEn", t("assistantEn"), value.assistantName.en)}
        <TimeZoneField label={t("timeZone")} hint={t("timeZoneHint")} initial={value.timeZone} />
        <Field label={t("locale")} required>
          {(control) => (
            <Select {...control} name="defaultLocale" defaultValue={value.defaultLocale} options={LANGUAGES} />
          )}
        </Field>
      </Group>
      <HuePicker label={t("hue")} initial={value.hue} />
      <Group title={t("contact")}>
        {text("phone", t("phone"), value.phone, { optional: true })}
        {text("email", t("email"), value.email, { optional: true })}
        {text("privacyUrl", t("privacy"), value.privacyUrl, { optional: true, hint: t("privacyHint") })}
        {text("icp", t("icp"), value.icp, { optional: true })}
      </Group>
      <SaveBar save={save} dirty={dirty} />
    </form>
  );
}
