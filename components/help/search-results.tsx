import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/shared/empty-state";
import type { Locale } from "@/lib/i18n";
import { ArticleList } from "./article-list";

type SearchResultsProps = {
  locale: Locale;
  query: string;
  found: readonly { slug: string; locale: string; title: string; excerpt: string }[];
};

/** What was found, best first, and always the next wider step: asking the assistant. */
export async function SearchResults({ locale, query, found }: SearchResultsProps) {
  const t = await getTranslations({ locale, namespace: "help.search" });
  if (!query) return <EmptyState flush className="pt-10" title={t("empty")} body={t("emptyHint")} />;
  const ask = (
    <a
      href={`/${locale}/chat?${new URLSearchParams({ q: query })}`}
      className="font-semibold text-14 text-accent [overflow-wrap:anywhere] hover:underline"
    >
      {t("ask", { query })}
    </a>
  );
  if (found.length === 0) {
    return <EmptyState flush className="pt-10" title={t("none", { query })} body={t("noneHint")} action={ask} />;
  }
  return (
    <div className="mt-8">
      <p className="text-13 text-muted">{t("count", { count: found.length })}</p>
      <ArticleList articles={found} />
      <p className="mt-6">{ask}</p>
    </div>
  );
}
