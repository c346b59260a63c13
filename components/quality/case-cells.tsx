"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { GoldenCase } from "@/lib/contracts/evaluation";

/** What is asked, with what was said before it; pressing it opens the case. */
export function CaseQuestion({ row, onEdit }: { row: GoldenCase; onEdit: (edited: GoldenCase) => void }) {
  const { locale, question, earlier } = row;
  return (
    <button
      type="button"
      lang={locale}
      onClick={() => onEdit(row)}
      className="block max-w-[44ch] whitespace-normal py-1 text-left hover:underline"
    >
      {earlier.length > 0 && <span className="block truncate text-12 text-muted">{earlier.join(" › ")} ›</span>}
      <span className="line-clamp-2">{question}</span>
    </button>
  );
}

interface ArticleLinkProps {
  articleId: string;
  title: string;
  locale: string;
  published?: boolean;
}

/** An article by its title, leading to where it is written. */
export function ArticleLink({ articleId, title, locale, published = true }: ArticleLinkProps) {
  const t = useTranslations("quality.cases");
  return (
    <span className="block max-w-[28ch] truncate">
      <Link
        href={`/knowledge/${articleId}?lang=${locale}`}
        lang={locale}
        title={title}
        className="text-accent hover:underline"
      >
        {title}
      </Link>
      {!published && <span className="ml-1 text-12 text-warning">{t("unpublished")}</span>}
    </span>
  );
}

/** What is right. */
export function ExpectedCell({ row: { expected, accepted, locale } }: { row: GoldenCase }) {
  const t = useTranslations("quality");
  if (expected !== "article") return t(`expected.${expected}`);
  if (accepted.length === 0) return <span className="text-warning">{t("cases.gone")}</span>;
  return accepted.map((article) => <ArticleLink key={article.articleId} {...article} locale={locale} />);
}

/** What the assistant did, unless it did what is right. */
export function FoundCell({ row: { result, locale } }: { row: GoldenCase }) {
  const t = useTranslations("quality.found");
  const reader = useLocale() === "zh" ? "zh" : "en";
  if (!result || result.outcome === "right") return null;
  const { kind, articles, action } = result.found;
  if (action) return t("action", { action: result.actionNames?.[reader] ?? action });
  if (articles.length > 0) {
    return articles.map(({ articleId, title }) => (
      <ArticleLink key={articleId} articleId={articleId} title={title} locale={locale} />
    ));
  }
  return <span className="text-muted">{t(kind)}</span>;
}
