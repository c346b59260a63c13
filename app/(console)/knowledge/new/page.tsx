import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ArticleScreen } from "@/components/knowledge/article-screen";
import { NoPermission } from "@/components/layout/no-permission";
import { roleMay } from "@/lib/contracts/permissions";
import { pageQueries } from "@/server/page-queries";
import { staffSession } from "@/server/staff-session";
import { languageParam } from "../search-params";
import "@/app/(help)/help.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("knowledge.list"))("new") };
}

/** An article that begins with its first words; its address is there once they are saved. */
export default async function NewArticlePage() {
  const [ctx, locale] = [await staffSession("/knowledge/new"), languageParam({}, await getLocale())];
  if (!roleMay(ctx.actor.role, "knowledge:write")) return <NoPermission />;
  const { trpc, queryClient, state } = pageQueries(ctx);
  await queryClient.prefetchQuery(trpc.knowledge.listCategories.queryOptions(locale));
  return (
    <HydrationBoundary state={state()}>
      <ArticleScreen articleId={null} initialLocale={locale} now={ctx.now.toISOString()} />
    </HydrationBoundary>
  );
}
