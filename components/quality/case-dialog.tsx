"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type Expectation, type GoldenCase, saveCaseSchema } from "@/lib/contracts/evaluation";
import { isLocale, type Locale } from "@/lib/i18n";
import { useErrorWords } from "../knowledge/use-error-words";
import { type Accepted, AcceptedArticles } from "./accepted-articles";
import { useArchive } from "./archive-case";
import { CaseFields } from "./case-fields";
import { CaseVerdict } from "./case-verdict";

type Refusal = "question" | "earlier" | "articles" | null;

function lines(text: FormDataEntryValue | null): string[] {
  return String(text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Writes a case, or a new one: what is asked, and what is right to do with it. */
export function CaseDialog({ edited, onClose }: { edited: GoldenCase | null; onClose: () => void }) {
  const t = useTranslations("quality.case");
  const shared = useTranslations("shared");
  const [form, own, words] = [useId(), useLocale(), useErrorWords()];
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const [locale, setLocale] = useState<Locale>([edited?.locale, own].find(isLocale) ?? "zh");
  const [expected, setExpected] = useState<Expectation>(edited?.expected ?? "article");
  const [accepted, setAccepted] = useState<Accepted[]>(edited?.accepted ?? []);
  const [refusal, setRefusal] = useState<Refusal>(null);
  const { archive } = useArchive();
  const save = useMutation(
    trpc.quality.saveCase.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.quality.pathKey() });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const read = saveCaseSchema.safeParse({
      caseId: edited?.id,
      locale,
      question: String(fields.get("question")),
      earlier: lines(fields.get("earlier")),
      expected,
      articleIds: expected === "article" ? accepted.map(({ articleId }) => articleId) : [],
      note: String(fields.get("note")),
    });
    if (read.success) {
      setRefusal(null);
      return save.mutate(read.data);
    }
    const [place] = read.error.issues[0]?.path ?? [];
    setRefusal(place === "question" || place === "earlier" ? place : "articles");
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={edited ? t("edit") : t("new")}
      closeLabel={shared("close")}
      footer={
        <>
          {edited && (
            <Button
              variant="quiet"
              className="mr-auto"
              onClick={() => {
                archive(edited);
                onClose();
              }}
            >
              {t("archive")}
            </Button>
          )}
          <Button type="submit" form={form} variant="primary" pending={save.isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      {edited?.result && <CaseVerdict edited={edited} />}
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <CaseFields
          edited={edited}
          locale={locale}
          onLocale={setLocale}
          expected={expected}
          onExpected={setExpected}
          refusal={refusal}
        >
          {expected === "article" && (
            <AcceptedArticles
              locale={locale}
              accepted={accepted}
              onChange={setAccepted}
              error={refusal === "articles" ? t("refusal.articles") : undefined}
            />
          )}
        </CaseFields>
      </form>
      {save.error && (
        <p role="alert" className="pt-3 text-13 text-danger">
          {words(save.error)}
        </p>
      )}
    </Dialog>
  );
}
