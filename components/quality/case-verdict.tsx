"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { GoldenCase } from "@/lib/contracts/evaluation";
import { formatPercent } from "@/lib/format";
import { ArticleLink, FoundCell } from "./case-cells";
import { OutcomeChip } from "./outcome-chip";

/** What became of a case in the newest run, and where that can be changed: the articles and the synonyms. */
export function CaseVerdict({ edited }: { edited: GoldenCase }) {
  const t = useTranslations("quality.case");
  const own = useLocale();
  const { result, accepted, locale } = edited;
  if (!result) return null;
  const right = result.outcome === "right";
  return (
    <div className="mb-4 flex flex-col gap-1 rounded-control bg-sunken p-3 text-13">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <OutcomeChip outcome={result.outcome} />
        <span className="text-12 text-muted">{t("confidence", { share: formatPercent(result.confidence, own) })}</span>
      </span>
      {!right && (
        <>
          <span className="flex gap-2">
            <span className="shrink-0 text-muted">{t("did")}</span>
            <span className="min-w-0">
              <FoundCell row={edited} />
            </span>
          </span>
          {accepted.length > 0 && (
            <span className="flex gap-2">
              <span className="shrink-0 text-muted">{t("should")}</span>
              <span className="min-w-0">
                {accepted.map((article) => (
                  <ArticleLink key={article.articleId} {...article} locale={locale} />
                ))}
              </span>
            </span>
          )}
          <span className="text-muted">
            {t.rich("mend", {
              synonyms: (text) => (
                <Link href={`/knowledge/synonyms?lang=${locale}`} className="text-accent underline underline-offset-2">
                  {text}
                </Link>
              ),
              write: (text) => (
                <Link href="/knowledge/new" className="text-accent underline underline-offset-2">
                  {text}
                </Link>
              ),
            })}
          </span>
        </>
      )}
    </div>
  );
}
