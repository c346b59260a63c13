import { and, eq } from "drizzle-orm";
import { articles, articleVersions } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { familyOf } from "./index-families";
import { queryTerms } from "./query-terms";
import { rankArticles } from "./ranking/rank-articles";
import { audiencesOf, readableBy } from "./readable";
import { type FoundArticle, foundArticle } from "./search-articles";

/** Others the actor may read that say similar things in the same language, nearest first. For everybody; unknown ids have none. */
export async function relatedArticles({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { articleId: string; locale: Locale; limit: number };
}): Promise<FoundArticle[]> {
  const { articleId, locale, limit } = input;
  const [version] = await ctx.db
    .select({ familyId: familyOf, title: articleVersions.title, questions: articleVersions.questions })
    .from(articleVersions)
    .innerJoin(articles, eq(articles.id, articleVersions.articleId))
    .where(and(eq(articles.id, articleId), eq(articleVersions.locale, locale), readableBy(ctx.actor, ctx.now)));
  if (!version) return [];
  const ranked = await rankArticles(ctx.db, {
    terms: queryTerms(version.title, version.questions.slice(0, 3)),
    preferred: locale,
    audiences: audiencesOf(ctx.actor),
    now: ctx.now,
    limit: limit + 3,
  });
  return ranked
    .filter((article) => article.articleId !== version.familyId && article.locale === locale)
    .slice(0, limit)
    .map(foundArticle);
}
