"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Button, buttonStyles } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { isLocale } from "@/lib/i18n";
import { useSave } from "./use-save";

const PAIRS = [1, 2, 3];
const COMMAND = "npm run knowledge:import -- PATH";

/** Three questions with answers, the sample articles, or a hint at the import; then the invitation to ask. */
export function FirstKnowledge() {
  const t = useTranslations("setup.knowledge");
  const locale = useLocale();
  const client = useTRPCClient();
  const [questions, samples] = [useSave(), useSave()];
  const [asked, setAsked] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const entries = PAIRS.map((pair) => ({ question: text(`question${pair}`), answer: text(`answer${pair}`) }));
    const input = { locale: isLocale(locale) ? locale : "zh", entries } as const;
    const result = await questions.run(() => client.settings.addFirstQuestions.mutate(input));
    if (result) setAsked(result.question);
  };
  const publishSamples = async () => {
    const done = await samples.run(async () => {
      await client.settings.addSampleArticles.mutate();
      return true;
    });
    if (done) setAsked("");
  };
  if (asked !== null) return <AskIt question={asked} locale={locale} />;
  const error = questions.error ?? samples.error;
  return (
    <>
      <form onSubmit={submit} className="flex flex-col gap-6">
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
                  placeholder={number === 1 ? t("answerExample") : undefined}
                />
              )}
            </Field>
          </div>
        ))}
        {error !== null && (
          <p role="alert" className="text-13 text-danger">
            {error}
          </p>
        )}
        <Button type="submit" variant="primary" size={40} pending={questions.pending}>
          {t("submit")}
        </Button>
      </form>
      <div className="flex flex-col gap-3 border-line border-t pt-4 text-13">
        <div>
          <Button pending={samples.pending} onClick={publishSamples}>
            {t("samples")}
          </Button>
          <p className="mt-1 text-12 text-muted">{t("samplesHint")}</p>
        </div>
        <p className="text-muted">
          {t("import")} <code className="select-all font-mono text-text">{COMMAND}</code>
        </p>
        <a href="/inbox" className="text-accent hover:underline">
          {t("skip")}
        </a>
      </div>
    </>
  );
}

function AskIt({ question, locale }: { question: string; locale: string }) {
  const t = useTranslations("setup.done");
  const chat = `/${locale}/chat${question ? `?q=${encodeURIComponent(question)}` : ""}`;
  return (
    <section className="flex flex-col items-start gap-4">
      <h2 className="font-semibold text-16">{t("title")}</h2>
      <p className="text-14 text-muted">{t("description")}</p>
      <a href={chat} className={buttonStyles({ variant: "primary", size: 40, className: "max-w-full" })}>
        <span className="truncate">{question ? t("ask", { question }) : t("open")}</span>
      </a>
      <a href="/inbox" className="text-13 text-accent hover:underline">
        {t("console")}
      </a>
    </section>
  );
}
