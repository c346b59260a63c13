import { and, eq, lte, sql } from "drizzle-orm";
import { articles, articleVersions } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { readableBy } from "./readable";

export type TopArticle = { categoryId: string | null; slug: string; title: string };

/** The first few articles of every category in a language: popular ones first, then by title. For everybody. */
export async function listTopArticles({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { locale: Locale; perCategory: number };
}): Promise<TopArticle[]> {
  const ranked = ctx.db
    .select({
      categoryId: articles.categoryId,
      slug: articles.slug,
      title: articleVersions.title,
      place: sql<number>`row_number() over (partition by ${articles.categoryId}
        order by ${articles.popularPosition} nulls last, ${articleVersions.title}, ${articles.id})`.as("place"),
    })
    .from(articles)
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .where(and(eq(articleVersions.locale, input.locale), readableBy(ctx.actor, ctx.now)))
    .as("ranked");
  return ctx.db
    .select({ categoryId: ranked.categoryId, slug: ranked.slug, title: ranked.title })
    .from(ranked)
    .where(lte(ranked.place, input.perCategory))
    .orderBy(ranked.place);
}
