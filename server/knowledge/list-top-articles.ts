import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { articles, articleVersions } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { listedFor } from "./readable";

/** An article of a category (null: of none), and how many articles that category has by itself. */
export type TopArticle = { categoryId: string | null; slug: string; title: string; ofArticles: number };

/**
 * The first few articles of every category in a language, and of those in none: popular ones first, then by title. For
 * everybody.
 */
export async function listTopArticles({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { locale: Locale; perCategory: number; withoutCategory: number };
}): Promise<TopArticle[]> {
  const ranked = ctx.db
    .select({
      categoryId: articles.categoryId,
      slug: articles.slug,
      title: articleVersions.title,
      place: sql<number>`row_number() over (partition by ${articles.categoryId}
        order by ${articles.popularPosition} nulls last, ${articleVersions.title}, ${articles.id})`.as("place"),
      ofArticles: sql<number>`(count(*) over (partition by ${articles.categoryId}))::int`.as("of_articles"),
    })
    .from(articles)
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .where(listedFor(ctx.actor, ctx.now, input.locale))
    .as("ranked");
  return ctx.db
    .select({
      categoryId: ranked.categoryId,
      slug: ranked.slug,
      title: ranked.title,
      ofArticles: ranked.ofArticles,
    })
    .from(ranked)
    .where(
      or(
        lte(ranked.place, input.perCategory),
        and(isNull(ranked.categoryId), lte(ranked.place, input.withoutCategory)),
      ),
    )
    .orderBy(ranked.place);
}
