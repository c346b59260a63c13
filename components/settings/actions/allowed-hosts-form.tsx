"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { EDITABLE_SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import { SaveBar } from "../save-bar";
import { useSave } from "../use-save";
import { linesOf } from "./draft";

/** Which private hosts actions may call. */
export function AllowedHostsForm({ value, version }: { value: SettingsOf<"actions">; version: number }) {
  const t = useTranslations("actions.hosts");
  const client = useTRPCClient();
  const router = useRouter();
  const save = useSave();
  const [dirty, setDirty] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("hosts"));
    await save.run(async () => {
      const hosts = EDITABLE_SETTINGS.actions.parse({ allowedHosts: linesOf(text) });
      await client.settings.update.mutate({ subject: "actions", version, value: hosts });
      setDirty(false);
      router.refresh();
    });
  };
  return (
    <form onSubmit={submit} onChange={() => setDirty(true)} className="mt-10 flex max-w-[480px] flex-col gap-3">
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
