import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ArticleList } from "@/components/knowledge/article-list";
import { pageQueries } from "@/server/page-queries";
import { staffSession } from "@/server/staff-session";
import { articleListParams, type RawParams } from "./search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("knowledge.list"))("title") };
}

/** The articles, by category, state and title. */
export default async function KnowledgePage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const [ctx, params, locale] = await Promise.all([staffSession("/knowledge"), searchParams, getLocale()]);
  const filters = articleListParams(params, locale);
  const { trpc, queryClient, state } = pageQueries(ctx);
  await Promise.all([
    queryClient.prefetchQuery(trpc.knowledge.listCategories.queryOptions(filters.locale)),
    queryClient.prefetchInfiniteQuery(
      trpc.knowledge.list.infiniteQueryOptions(filters, { getNextPageParam: ({ next }) => next }),
    ),
  ]);
  return (
    <HydrationBoundary state={state()}>
      <ArticleList filters={filters} now={ctx.now.toISOString()} />
    </HydrationBoundary>
  );
}
