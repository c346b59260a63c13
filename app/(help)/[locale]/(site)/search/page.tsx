import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskField } from "@/components/help/ask-field";
import { askWords } from "@/components/help/ask-words";
import { SearchResults } from "@/components/help/search-results";
import { helpContext, pageLocale } from "@/server/help-page";
import { searchArticles } from "@/server/knowledge/search-articles";

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ q?: string | string[] }> };

const QUERY_LIMIT = 500;

async function queryOf({ searchParams }: PageProps): Promise<string> {
  const { q } = await searchParams;
  return (Array.isArray(q) ? q[0] : q)?.trim().slice(0, QUERY_LIMIT) ?? "";
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const [locale, query] = await Promise.all([pageLocale(props.params), queryOf(props)]);
  const t = await getTranslations({ locale, namespace: "help.search" });
  return { title: query ? t("titleFor", { query }) : t("title"), robots: { index: false } };
}

export default async function SearchPage(props: PageProps) {
  const [locale, query, ctx] = await Promise.all([pageLocale(props.params), queryOf(props), helpContext()]);
  const t = await getTranslations({ locale, namespace: "help.search" });
  const found = query ? await searchArticles({ ctx, input: { locale, text: `${query} `, limit: 20 } }) : [];
  return (
    <>
      <h1 className="pt-6 font-semibold text-28 [overflow-wrap:anywhere]">
        {query ? t("titleFor", { query }) : t("title")}
      </h1>
      <AskField key={query} locale={locale} words={await askWords(locale)} query={query} />
      <SearchResults locale={locale} query={query} found={found} />
    </>
  );
}
