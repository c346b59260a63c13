"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { saveActionSchema } from "@/lib/contracts/action-forms";
import { SaveBar } from "../save-bar";
import { useSave } from "../use-save";
import { BothLanguages } from "./both-languages";
import { BRACES, CallFields } from "./call-fields";
import { type Draft, NEW_ACTION } from "./draft";
import { ParameterList } from "./parameter-list";
import { PhrasingFields } from "./phrasing-fields";
import { RemoveAction } from "./remove-action";
import { RuleSwitches } from "./rule-switches";
import { TryPanel } from "./try-panel";

function KeyField({ draft, onChange }: { draft: Draft; onChange: (key: string) => void }) {
  const t = useTranslations("actions.form");
  return (
    <Field label={t("key")} hint={t("keyHint")} required className="max-w-[320px]">
      {(control) => (
        <Input
          {...control}
          value={draft.key}
          maxLength={60}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Everything about one action. @param action null for a new one. @param secrets the headers whose secret is stored. */
export function ActionEditor({ action, secrets }: { action: Draft | null; secrets: readonly string[] }) {
  const t = useTranslations("actions.form");
  const locale = useLocale();
  const client = useTRPCClient();
  const router = useRouter();
  const save = useSave();
  const [draft, setDraft] = useState<Draft>(action ?? NEW_ACTION);
  const [dirty, setDirty] = useState(false);
  const change = (changes: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...changes }));
    setDirty(true);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    await save.run(async () => {
      const { version } = await client.actions.save.mutate(saveActionSchema.parse(draft));
      setDirty(false);
      setDraft((before) => ({ ...before, version }));
      if (!action) router.push(`/settings/actions/${draft.key}`);
      router.refresh();
    });
  };
  const { http } = draft;
  const builtin = draft.kind === "builtin";
  return (
    <>
      <form onSubmit={submit} className="flex max-w-[720px] flex-col gap-6">
        {!action && <KeyField draft={draft} onChange={(key) => change({ key })} />}
        <BothLanguages label={t("name")} limit={80} value={draft.names} onChange={(names) => change({ names })} />
        <PhrasingFields value={draft.phrasings} onChange={(phrasings) => change({ phrasings })} />
        <ParameterList value={draft.parameters} fixed={builtin} onChange={(parameters) => change({ parameters })} />
        {http && (
          <CallFields
            call={http}
            secrets={secrets}
            onChange={({ method = http.method, ...changes }) =>
              change({
                http: { ...http, ...changes, method },
                // A method that changes data asks for consent unless somebody decides otherwise afterwards.
                ...(method !== http.method && { confirm: method !== "GET" }),
              })
            }
          />
        )}
        <RuleSwitches draft={draft} onChange={change} />
        <BothLanguages
          label={t("result")}
          hint={builtin ? undefined : t("resultHint", BRACES)}
          rows={3}
          limit={1000}
          value={draft.results}
          onChange={(results) => change({ results })}
        />
        <div className="flex flex-wrap items-end justify-between gap-3">
          <SaveBar save={save} dirty={dirty} />
          {action && draft.version > 0 && (
            <RemoveAction actionKey={draft.key} name={draft.names[locale === "zh" ? "zh" : "en"]} builtin={builtin} />
          )}
        </div>
      </form>
      {(http || builtin) && <TryPanel draft={draft} />}
    </>
  );
}
