"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { StaffRole } from "@/lib/contracts/team";
import { isLocale, type Locale } from "@/lib/i18n";
import { SaveBar } from "./save-bar";
import { useSaveForm } from "./use-save-form";

export interface ProfileFormProps {
  profile: { publicName: string; email: string; role: StaffRole; locale: string };
  keepLocale: (locale: Locale) => Promise<void>;
}

const LANGUAGES = [
  { value: "zh", label: "中文" },
  { value: "en", label: "English" },
];

/** One's own public name and language. */
export function ProfileForm({ profile, keepLocale }: ProfileFormProps) {
  const t = useTranslations("settings.profile");
  const roles = useTranslations("team.roles");
  const client = useTRPCClient();
  const { save, dirty, form } = useSaveForm(async (fields) => {
    const locale = fields.get("locale");
    const input = { publicName: String(fields.get("publicName")), ...(isLocale(locale) && { locale }) };
    await client.team.updateProfile.mutate(input);
    if (isLocale(locale)) await keepLocale(locale);
  });
  return (
    <form {...form} className="flex max-w-[480px] flex-col gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-13">
        <dt className="text-muted">{t("email")}</dt>
        <dd className="break-all">{profile.email}</dd>
        <dt className="text-muted">{t("role")}</dt>
        <dd>{roles(profile.role)}</dd>
      </dl>
      <Field label={t("publicName")} required>
        {(control) => <Input {...control} name="publicName" defaultValue={profile.publicName} maxLength={80} />}
      </Field>
      <Field label={t("locale")} hint={t("localeHint")} required>
        {(control) => <Select {...control} name="locale" defaultValue={profile.locale} options={LANGUAGES} />}
      </Field>
      <SaveBar save={save} dirty={dirty} />
    </form>
  );
}
