import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ArticleScreen } from "@/components/knowledge/article-screen";
import { ServiceError } from "@/server/errors";
import { getArticleDraft } from "@/server/knowledge/get-article-draft";
import { pageQueries } from "@/server/page-queries";
import { staffSession } from "@/server/staff-session";
import { languageParam, type RawParams } from "../search-params";
import "@/app/(help)/help.css";

type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<RawParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("knowledge.list"))("title") };
}

/** One article: written, compared, published. */
export default async function ArticlePage({ params, searchParams }: PageProps) {
  const [{ id: articleId }, query, own] = await Promise.all([params, searchParams, getLocale()]);
  const ctx = await staffSession(`/knowledge/${articleId}`);
  const article = await getArticleDraft({ ctx, input: { articleId } }).catch((error: unknown) => {
    if (error instanceof ServiceError && error.kind === "not_found") notFound();
    throw error;
  });
  const { trpc, queryClient, state } = pageQueries(ctx);
  queryClient.setQueryData(trpc.knowledge.get.queryKey({ articleId }), article);
  await queryClient.prefetchQuery(trpc.knowledge.listCategories.queryOptions(languageParam({}, own)));
  return (
    <HydrationBoundary state={state()}>
      <ArticleScreen
        key={articleId}
        articleId={articleId}
        initialLocale={languageParam(query, own)}
        now={ctx.now.toISOString()}
      />
    </HydrationBoundary>
  );
}
