import { and, asc, eq, isNotNull, type SQL } from "drizzle-orm";
import { articles, articleVersions, categories } from "@/db/schema";
import type { ListPublishedArticlesInput } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { excerpt } from "@/lib/text/plain-text";
import type { ServiceContext } from "@/server/context";
import { listedFor } from "./readable";

/** An article in a public list. */
type ArticleLink = {
  articleId: string;
  slug: string;
  title: string;
  excerpt: string;
  categorySlug: string | null;
};

/** What the actor can read in a language, of one category (without those below it) or of all, by title. For everybody. */
export async function listPublishedArticles({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListPublishedArticlesInput;
}): Promise<ArticleLink[]> {
  const { categorySlug, locale, limit } = input;
  const rows = await selectLinks(ctx, locale, categorySlug ? eq(categories.slug, categorySlug) : undefined)
    .orderBy(asc(articleVersions.title), asc(articles.id))
    .limit(limit);
  return rows.map(linkOf);
}

/** The questions the editors chose to show first, in their order. For everybody. */
export async function popularQuestions({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { locale: Locale; limit: number };
}): Promise<ArticleLink[]> {
  const rows = await selectLinks(ctx, input.locale, isNotNull(articles.popularPosition))
    .orderBy(asc(articles.popularPosition), asc(articles.id))
    .limit(input.limit);
  return rows.map(linkOf);
}

function selectLinks(ctx: ServiceContext, locale: Locale, condition: SQL | undefined) {
  return ctx.db
    .select({
      articleId: articles.id,
      slug: articles.slug,
      title: articleVersions.title,
      body: articleVersions.body,
      categorySlug: categories.slug,
    })
    .from(articles)
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .leftJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(listedFor(ctx.actor, ctx.now, locale), condition))
    .$dynamic();
}

function linkOf({ body, ...link }: Omit<ArticleLink, "excerpt"> & { body: string }): ArticleLink {
  return { ...link, excerpt: excerpt(body.slice(0, 2000)) };
}
