"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Suggestion } from "@/lib/contracts/gaps";
import { TextDifference } from "../knowledge/text-difference";
import { Markdown } from "../shared/markdown";
import { CategoryChoice } from "./category-choice";
import { isWritten } from "./gap-actions";
import type { GapDetail } from "./gap-types";
import type { Choice } from "./gap-view";
import { WordingChoice } from "./wording-choice";

type GapChangeProps = { gap: GapDetail; choice: Choice; onChoice: (choice: Choice) => void };

/** What would change: the new article as it would read, or the difference to the one that is there. */
export function GapChange({ gap, choice, onChoice }: GapChangeProps) {
  const t = useTranslations("gaps.change");
  const { suggestion, after, extended, locale } = gap;
  if (!suggestion) return null;
  if (!after) return <p className="text-13 text-muted">{t("articleGone")}</p>;
  const written = isWritten(gap);
  const title = extended?.text.title ?? "";
  const wordings = suggestion.questions.length > 0 && (
    <WordingChoice
      locale={locale}
      questions={suggestion.questions}
      chosen={choice.questions}
      onChange={(questions) => onChoice({ ...choice, questions })}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <h3 className="font-semibold text-14">{written ? t(suggestion.kind, { title }) : t("write")}</h3>
      {written ? null : (
        <p className="text-13 text-muted">{extended ? t("writePassage", { title }) : t("writeArticle")}</p>
      )}
      {extended ? <ArticleLink gap={gap} articleId={extended.id} /> : null}
      {written && suggestion.kind === "article" ? <NewArticle suggestion={suggestion} locale={locale} /> : null}
      {wordings}
      {extended && suggestion.body !== "" ? (
        <TextDifference label={t("body")} locale={locale} before={extended.text.body} after={after.body} />
      ) : null}
      {suggestion.kind === "article" && written ? (
        <CategoryChoice value={choice.categoryId} onChange={(categoryId) => onChoice({ ...choice, categoryId })} />
      ) : null}
    </div>
  );
}

function ArticleLink({ gap, articleId }: { gap: GapDetail; articleId: string }) {
  const t = useTranslations("gaps.change");
  return (
    <Link href={`/knowledge/${articleId}?lang=${gap.locale}`} className="w-fit text-13 text-accent hover:underline">
      {t("open")}
    </Link>
  );
}

function NewArticle({ suggestion, locale }: { suggestion: Suggestion; locale: GapDetail["locale"] }) {
  return (
    <article lang={locale} className="border-accent border-l-2 pl-4">
      <p className="pb-2 font-semibold text-16">{suggestion.title}</p>
      <Markdown text={suggestion.body} />
    </article>
  );
}
