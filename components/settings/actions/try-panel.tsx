"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ActionTrial } from "@/lib/contracts/actions";
import { DEFAULT_LOCALE, isLocale, LOCALES } from "@/lib/i18n";
import { useSave } from "../use-save";
import type { Draft } from "./draft";

/**
 * Tries an action with values typed by hand, as the form stands: a call is really made, what is built in is done and taken
 * back.
 */
export function TryPanel({ draft }: { draft: Draft }) {
  const t = useTranslations("actions.try");
  const form = useTranslations("actions.form");
  const own = useLocale();
  const client = useTRPCClient();
  const save = useSave();
  const [locale, setLocale] = useState(isLocale(own) ? own : DEFAULT_LOCALE);
  const [values, setValues] = useState<Record<string, string>>({});
  const [trial, setTrial] = useState<ActionTrial | null>(null);
  const builtin = draft.kind === "builtin";
  const run = async () => {
    setTrial(null);
    const result = await save.run(() => client.actions.try.mutate({ action: draft, values, locale }));
    if (result) setTrial(result);
  };
  return (
    <section className="mt-8 flex max-w-[720px] flex-col gap-3 border-line border-t pt-4">
      <header>
        <h2 className="font-semibold text-14">{t("title")}</h2>
        <p className="text-12 text-muted">{t(builtin ? "hintBuiltin" : "hint")}</p>
      </header>
      <div className="grid gap-3 sm:grid-cols-2">
        {draft.parameters.map(({ name, required, label }) => (
          <Field key={name} label={label[locale] || name} required={required}>
            {(control) => (
              <Input
                {...control}
                value={values[name] ?? ""}
                maxLength={500}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t("language")} required>
          {(control) => (
            <Select
              {...control}
              value={locale}
              options={LOCALES.map((value) => ({ value, label: form(value) }))}
              onChange={(event) => setLocale(LOCALES.find((one) => one === event.target.value) ?? locale)}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={run} pending={save.pending}>
          {t(builtin ? "runBuiltin" : "run")}
        </Button>
        {draft.http && draft.http.method !== "GET" && <p className="text-12 text-warning">{t("warn")}</p>}
      </div>
      {save.error !== null && (
        <p role="alert" className="text-13 text-danger">
          {save.error}
        </p>
      )}
      <div role="status">{trial && <TrialResult trial={trial} locale={locale} builtin={builtin} />}</div>
    </section>
  );
}

function TrialResult({ trial, locale, builtin }: { trial: ActionTrial; locale: string; builtin: boolean }) {
  const t = useTranslations("actions.try");
  const failures = useTranslations(builtin ? "actions.failure" : "actions.staffFailure");
  return (
    <div className="flex flex-col gap-2 rounded-panel bg-sunken p-3 text-13">
      {trial.ok ? (
        <>
          <p className="text-muted">{t("ok")}</p>
          <p lang={locale} className="whitespace-pre-wrap break-words">
            {trial.text}
          </p>
        </>
      ) : (
        <p className="text-danger">
          {t("failed")}
          {failures(trial.reason)}
        </p>
      )}
      <p className="text-12 text-muted tabular-nums">{t("took", { milliseconds: trial.milliseconds })}</p>
      {trial.reply !== "" && (
        <details>
          <summary className="text-12 text-muted">{t("reply")}</summary>
          <pre className="max-h-60 overflow-auto whitespace-pre-wrap break-words pt-2 font-mono text-12">
            {trial.reply}
          </pre>
        </details>
      )}
    </div>
  );
}
