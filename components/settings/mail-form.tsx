"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveBar } from "./save-bar";
import { useSave } from "./use-save";

export interface MailFormProps {
  mail: { source: "settings" | "environment" | "none"; host: string; from: string };
}

/** The mail server; its address is written, never shown again. */
export function MailForm({ mail }: MailFormProps) {
  const t = useTranslations("settings.mail");
  const client = useTRPCClient();
  const router = useRouter();
  const save = useSave();
  const [dirty, setDirty] = useState(false);
  const store = (input: { smtpUrl: string; from: string; remove: boolean }) =>
    save.run(async () => {
      await client.settings.updateMail.mutate(input);
      setDirty(false);
      router.refresh();
    });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void store({ smtpUrl: String(form.get("smtpUrl")), from: String(form.get("from")), remove: false });
  };
  return (
    <>
      <p className="pb-4 text-13">{t(`source.${mail.source}`, { host: mail.host })}</p>
      <form
        key={mail.source + mail.host}
        onSubmit={submit}
        onChange={() => setDirty(true)}
        className="flex max-w-[480px] flex-col gap-4"
      >
        <Field label={t("url")} hint={t("urlHint")} required={mail.source !== "settings"}>
          {(control) => <Input {...control} name="smtpUrl" maxLength={500} autoComplete="off" spellCheck={false} />}
        </Field>
        <Field label={t("from")} hint={t("fromHint")} required>
          {(control) => <Input {...control} name="from" defaultValue={mail.from} maxLength={254} />}
        </Field>
        <SaveBar save={save} dirty={dirty} />
      </form>
      <div className="mt-6 flex flex-wrap items-center gap-2 border-line border-t pt-4">
        {mail.source !== "none" && <TestMail />}
        {mail.source === "settings" && (
          <Button onClick={() => store({ smtpUrl: "", from: mail.from, remove: true })}>{t("remove")}</Button>
        )}
        <a href="/settings/outbox" className="inline-flex min-h-8 items-center text-13 text-accent hover:underline">
          {t("outbox")}
        </a>
      </div>
    </>
  );
}

function TestMail() {
  const t = useTranslations("settings.mail");
  const client = useTRPCClient();
  const save = useSave();
  const [to, setTo] = useState<string | null>(null);
  const test = async () => {
    const result = await save.run(() => client.settings.testMail.mutate());
    setTo(result?.to ?? null);
  };
  return (
    <>
      <Button onClick={test} pending={save.pending}>
        {t("test")}
      </Button>
      <p role="status" className="w-full text-13 text-muted empty:hidden">
        {to && !save.error ? t("tested", { to }) : null}
      </p>
      {save.error !== null && (
        <p role="alert" className="w-full text-13 text-danger">
          {save.error}
        </p>
      )}
    </>
  );
}
