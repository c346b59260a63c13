"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EDITABLE_SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import { SaveBar } from "./save-bar";
import { useSaveForm } from "./use-save-form";

const NAMES = [
  "messagesPerMinute",
  "filesPerMinute",
  "actionsPerMinute",
  "ticketsPerHour",
  "sessionsPerMinute",
  "resetsPerHour",
  "staffCallsPerMinute",
  "callsPerMinute",
  "addressFactor",
] as const;

/** How much one customer or address may do. */
export function LimitsForm({ value, version }: { value: SettingsOf<"limits">; version: number }) {
  const t = useTranslations("settings.limits");
  const client = useTRPCClient();
  const { save, dirty, form } = useSaveForm(async (fields) => {
    const limits = EDITABLE_SETTINGS.limits.parse(
      Object.fromEntries(NAMES.map((name) => [name, Number(fields.get(name))])),
    );
    await client.settings.update.mutate({ subject: "limits", version, value: limits });
  });
  return (
    <form {...form} className="flex max-w-[320px] flex-col gap-4">
      {NAMES.map((name) => (
        <Field key={name} label={t(name)} required>
          {(control) => (
            <Input
              {...control}
              name={name}
              type="number"
              min={1}
              max={name === "addressFactor" ? 1_000 : 10_000}
              step={1}
              defaultValue={value[name]}
            />
          )}
        </Field>
      ))}
      <SaveBar save={save} dirty={dirty} />
    </form>
  );
}
