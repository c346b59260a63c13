"use client";

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import type { Locale } from "@/lib/i18n";
import { renderBody } from "../help/article-body";

type ArticlePreviewProps = { title: string; body: string; locale: Locale; className?: string };

/** The article as its readers see it, drawn by the public page's own renderer a moment after the typing. */
export function ArticlePreview({ title, body, locale, className }: ArticlePreviewProps) {
  const t = useTranslations("knowledge");
  const shown = useDeferredValue(body);
  const tableLabel = t("table");
  const { content } = useMemo(() => renderBody(shown, locale, tableLabel), [shown, locale, tableLabel]);
  return (
    <section
      aria-label={t("pane.preview")}
      className={cx("min-w-0 grow basis-1/2 overflow-y-auto border-line px-4 py-6 md:px-8 lg:border-l", className)}
    >
      <article lang={locale}>
        <h1 className={cx("max-w-measure font-semibold text-28 [overflow-wrap:anywhere]", !title && "text-faint")}>
          {title || t("untitled")}
        </h1>
        {shown.trim() === "" ? (
          <p className="mt-6 text-14 text-faint">{t("pane.empty")}</p>
        ) : (
          <div className="article-body prose-zhida mt-6 text-16">{content}</div>
        )}
      </article>
    </section>
  );
}
