"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { isLocale } from "@/lib/i18n";
import { PublishButton } from "./publish-button";
import { useSave } from "./use-save";

const PAIRS = [1, 2, 3];

/** Three questions with their answers, typed or pasted. */
export function FirstQuestions({ onPublished }: { onPublished: (question: string) => void }) {
  const t = useTranslations("setup.knowledge");
  const locale = useLocale();
  const client = useTRPCClient();
  const save = useSave();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const entries = PAIRS.map((pair) => ({ question: text(`question${pair}`), answer: text(`answer${pair}`) }));
    const input = { locale: isLocale(locale) ? locale : "zh", entries } as const;
    const result = await save.run(() => client.settings.addFirstQuestions.mutate(input));
    if (result) onPublished(result.question);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-6">
      <p className="text-13 text-muted">{t("description")}</p>
      {PAIRS.map((number) => (
        <div key={number} className="flex flex-col gap-2">
          <Field label={t("question", { number })}>
            {(control) => (
              <Input
                {...control}
                name={`question${number}`}
                maxLength={200}
                controlSize={40}
                placeholder={number === 1 ? t("questionExample") : undefined}
              />
            )}
          </Field>
          <Field label={t("answer", { number })}>
            {(control) => (
              <Textarea
                {...control}
                name={`answer${number}`}
                maxLength={4000}
                rows={2}
                controlSize={40}
                placeholder={number === 1 ? t("answerExample") : undefined}
              />
            )}
          </Field>
        </div>
      ))}
      <PublishButton label={t("submit")} error={save.error} pending={save.pending} />
    </form>
  );
}
