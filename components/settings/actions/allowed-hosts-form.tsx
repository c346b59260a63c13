"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { EDITABLE_SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import { SaveBar } from "../save-bar";
import { useSaveForm } from "../use-save-form";
import { linesOf } from "./draft";

/** Which private hosts actions may call. */
export function AllowedHostsForm({ value, version }: { value: SettingsOf<"actions">; version: number }) {
  const t = useTranslations("actions.hosts");
  const client = useTRPCClient();
  const { save, dirty, form } = useSaveForm(async (fields) => {
    const hosts = EDITABLE_SETTINGS.actions.parse({ allowedHosts: linesOf(String(fields.get("hosts"))) });
    await client.settings.update.mutate({ subject: "actions", version, value: hosts });
  });
  return (
    <form {...form} className="mt-10 flex max-w-[480px] flex-col gap-3">
      <Field label={t("title")} hint={t("hint")}>
        {(control) => (
          <Textarea
            {...control}
            name="hosts"
            rows={2}
            spellCheck={false}
            defaultValue={value.allowedHosts.join("\n")}
            placeholder="orders.internal:8080"
          />
        )}
      </Field>
      <SaveBar save={save} dirty={dirty} />
    </form>
  );
}
