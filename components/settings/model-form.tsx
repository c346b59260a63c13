"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EDITABLE_SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import { SaveBar } from "./save-bar";
import { useSaveForm } from "./use-save-form";

const AMOUNTS = ["inputPrice", "outputPrice", "dailyBudget"] as const;

/** What the configured model costs and how much a day may cost. */
export function ModelForm({ value, version }: { value: SettingsOf<"model">; version: number }) {
  const t = useTranslations("settings.assistant.spending");
  const client = useTRPCClient();
  const { save, dirty, form } = useSaveForm(async (fields) => {
    const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, Number(fields.get(name))]));
    const model = EDITABLE_SETTINGS.model.parse({ ...amounts, currency: String(fields.get("currency")) });
    await client.settings.update.mutate({ subject: "model", version, value: model });
  });
  return (
    <form {...form} className="flex max-w-[320px] flex-col gap-4">
      <Field label={t("currency")} required>
        {(control) => <Input {...control} name="currency" maxLength={3} defaultValue={value.currency} />}
      </Field>
      {AMOUNTS.map((name) => (
        <Field key={name} label={t(name)} hint={name === "dailyBudget" ? t("budgetHint") : undefined} required>
          {(control) => <Input {...control} name={name} type="number" min={0} step="any" defaultValue={value[name]} />}
        </Field>
      ))}
      <SaveBar save={save} dirty={dirty} />
    </form>
  );
}
