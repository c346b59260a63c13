"use client";

import { useState } from "react";
import type { Locale } from "@/lib/i18n";
import { Skeleton } from "../ui/skeleton";
import { ArticleHeader } from "./article-header";
import { ArticleWriter } from "./article-writer";
import type { EditableArticle } from "./knowledge-types";
import { useArticleDesk } from "./use-article-desk";
import { useStartingText } from "./use-starting-text";

export interface ArticleEditorProps {
  articleId: string | null;
  article: EditableArticle | undefined;
  locale: Locale;
  onLocale: (locale: Locale) => void;
  onCreated: (articleId: string) => void;
  /** ISO instant of the page. */
  now: string;
}

/** An article while it is written: its languages, each with a draft that saves itself. */
export function ArticleEditor({ articleId, article, locale, onLocale, onCreated, now }: ArticleEditorProps) {
  const desk = useArticleDesk(articleId, onCreated);
  const [comparing, setComparing] = useState(false);
  const start = useStartingText(article, locale);
  const awaited = articleId !== null && !article;
  const choose = async (next: Locale) => {
    await desk.flush();
    onLocale(next);
  };
  if (!start || awaited) {
    return (
      <div className="flex h-full flex-col">
        <ArticleHeader article={article} locale={locale} onLocale={onLocale} />
        <div className="flex max-w-measure flex-col gap-4 p-6">
          <Skeleton className="h-8" />
          <Skeleton className="h-64" />
        </div>
      </div>
    );
  }
  return (
    <ArticleWriter
      key={locale}
      {...{ desk, article, locale, start, now, comparing }}
      onLocale={(next) => void choose(next)}
      onCompare={setComparing}
    />
  );
}
