"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { AppliesTo } from "@/lib/contracts/circumstances";
import type { Locale } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { variantLabel } from "@/lib/variant-label";
import { useTRPC, useTRPCClient } from "../layout/trpc-client";
import { Button } from "../ui/button";
import { showToast } from "../ui/toast-store";
import { AppliesToFields } from "./applies-to-fields";
import type { ArticleFacts } from "./article-desk";
import type { EditableArticle } from "./knowledge-types";
import { useErrorWords } from "./use-error-words";
import { VariantOfPicker } from "./variant-of-picker";

type VariantFieldsProps = {
  article: EditableArticle;
  locale: Locale;
  /** Answers the code of a refusal, else null. */
  onChange: (facts: ArticleFacts) => Promise<string | null>;
};

/** The family of an article: which it is a variant of and for whom, or which variants it has. In force once saved. */
export function VariantFields({ article, locale, onChange }: VariantFieldsProps) {
  const t = useTranslations("knowledge.variants");
  const words = useErrorWords();
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const [problem, setProblem] = useState<string | null>(null);
  const { variantOf, appliesTo, family } = article;
  async function change(facts: ArticleFacts): Promise<void> {
    const code = await onChange(facts);
    setProblem(code && words(code));
    await cache.invalidateQueries({ queryKey: trpc.knowledge.pathKey() });
  }
  async function leave(): Promise<void> {
    await change({ variantOf: null });
    showToast({ message: t("left"), onUndo: () => void change({ variantOf, appliesTo }) });
  }
  const general = family.find((text) => text.general);
  return (
    <section aria-labelledby="variants" className="border-line border-y py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="variants" className="font-semibold text-13">
          {t("title")}
        </h2>
        {variantOf === null && <AddVariant articleId={article.id} locale={locale} onProblem={setProblem} />}
      </div>
      {problem && (
        <p role="alert" className="pt-1 text-13 text-danger">
          {problem}
        </p>
      )}
      {family.length > 0 && <Family article={article} locale={locale} />}
      {variantOf === null && family.length === 0 && (
        <>
          <p className="pt-1 text-13 text-muted">{t("hint")}</p>
          <VariantOfPicker locale={locale} except={article.id} onPick={(id) => void change({ variantOf: id })} />
        </>
      )}
      {variantOf !== null && (
        <div className="mt-4 flex flex-col gap-4 border-line border-t pt-4">
          <p className="text-13 text-muted">{t("follows", { title: general?.title ?? "" })}</p>
          <AppliesToFields appliesTo={appliesTo} onChange={(next: AppliesTo) => void change({ appliesTo: next })} />
          <Button size={28} className="self-start" onClick={() => void leave()}>
            {t("leave")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Family({ article, locale }: { article: EditableArticle; locale: Locale }) {
  const words = useTranslations("circumstances");
  const [t, own] = [useTranslations("knowledge"), useLocale()];
  return (
    <ul className="mt-2 text-13">
      {article.family.map(({ articleId, title, appliesTo, general }) => {
        const label = general ? words("general") : variantLabel(appliesTo, own, words) || t("variants.forNobody");
        return (
          <li key={articleId} className="flex flex-wrap items-baseline gap-x-3 py-1">
            {articleId === article.id ? (
              <span lang={detectLocale(title) ?? undefined} aria-current="page" className="font-semibold">
                {title || t("untitled")}
              </span>
            ) : (
              <Link
                href={`/knowledge/${articleId}?lang=${locale}`}
                lang={detectLocale(title) ?? undefined}
                className="text-accent hover:underline"
              >
                {title || t("untitled")}
              </Link>
            )}
            <span className="text-12 text-muted">{label}</span>
          </li>
        );
      })}
    </ul>
  );
}

type AddVariantProps = { articleId: string; locale: Locale; onProblem: (problem: string) => void };

function AddVariant({ articleId, locale, onProblem }: AddVariantProps) {
  const t = useTranslations("knowledge.variants");
  const words = useErrorWords();
  const [client, router] = [useTRPCClient(), useRouter()];
  const add = useMutation({
    mutationFn: () => client.knowledge.addVariant.mutate({ articleId }),
    onSuccess: ({ articleId: id }) => router.push(`/knowledge/${id}?lang=${locale}`),
    onError: (error) => onProblem(words(error)),
  });
  return (
    <Button size={28} pending={add.isPending} onClick={() => add.mutate()}>
      {t("add")}
    </Button>
  );
}
