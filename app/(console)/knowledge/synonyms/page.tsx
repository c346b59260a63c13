import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SynonymsScreen } from "@/components/knowledge/synonyms-screen";
import { pageQueries } from "@/server/page-queries";
import { staffSession } from "@/server/staff-session";
import { languageParam, type RawParams } from "../search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("knowledge.synonyms"))("title") };
}

/** The words that mean the same, by language. */
export default async function SynonymsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const [ctx, params, own] = await Promise.all([staffSession("/knowledge/synonyms"), searchParams, getLocale()]);
  const locale = languageParam(params, own);
  const { trpc, queryClient, state } = pageQueries(ctx);
  await queryClient.prefetchQuery(trpc.knowledge.listSynonyms.queryOptions({ locale }));
  return (
    <HydrationBoundary state={state()}>
      <SynonymsScreen key={locale} locale={locale} />
    </HydrationBoundary>
  );
}
