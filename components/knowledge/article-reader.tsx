"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/i18n";
import { EmptyState } from "../shared/empty-state";
import { Button } from "../ui/button";
import { ArticleHeader } from "./article-header";
import { ArticlePreview } from "./article-preview";
import { HelpCenterLink } from "./help-center-link";
import type { EditableArticle } from "./knowledge-types";
import { useStartingText } from "./use-starting-text";
import { VersionHistory } from "./version-history";

export interface ArticleReaderProps {
  article: EditableArticle;
  locale: Locale;
  onLocale: (locale: Locale) => void;
  now: string;
}

/** An article for those who may not write it: text, other questions, history. */
export function ArticleReader({ article, locale, onLocale, now }: ArticleReaderProps) {
  const t = useTranslations("knowledge");
  const [comparing, setComparing] = useState(false);
  const start = useStartingText(article, locale);
  return (
    <div className="flex min-h-full flex-col lg:h-full">
      <ArticleHeader
        article={article}
        locale={locale}
        onLocale={onLocale}
        saved={<span className="text-muted">{t("readOnly")}</span>}
        actions={
          <>
            {article.locales[locale]?.published && <HelpCenterLink slug={article.slug} locale={locale} />}
            <Button variant="quiet" aria-pressed={comparing} onClick={() => setComparing(!comparing)}>
              {comparing ? t("publication.backToText") : t("publication.history")}
            </Button>
          </>
        }
      />
      {comparing && <VersionHistory key={locale} articleId={article.id} locale={locale} now={now} />}
      {!comparing && start?.state === "missing" && (
        <EmptyState title={t("reader.missing")} body={t("reader.missingHint")} />
      )}
      {!comparing && start && start.state !== "missing" && (
        <div className="flex min-h-0 grow max-lg:flex-col-reverse">
          <ArticlePreview locale={locale} {...start.text} />
          <Questions locale={locale} questions={start.text.questions} />
        </div>
      )}
    </div>
  );
}

function Questions({ locale, questions }: { locale: Locale; questions: readonly string[] }) {
  const t = useTranslations("knowledge.questions");
  if (questions.length === 0) return null;
  return (
    <aside className="shrink-0 overflow-y-auto border-line px-4 py-6 max-lg:border-b md:px-6 lg:w-80 lg:border-l">
      <h2 className="font-semibold text-13">{t("title")}</h2>
      <ul lang={locale} className="mt-2 flex flex-col gap-2 text-13 text-muted">
        {[...new Set(questions)].map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </aside>
  );
}
