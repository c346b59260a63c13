import { and, eq, or, sql } from "drizzle-orm";
import { articles, articleVersions, categories } from "@/db/schema";
import type { FamilyText, GetArticleInput } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { familyOf } from "./index-families";
import { readableBy } from "./readable";
import { isGeneral } from "./variants/fit";

type PublishedArticle = {
  articleId: string;
  slug: string;
  /** The language of the text: the asked one, else another that is published. */
  locale: Locale;
  /** Every language the reader can have it in. */
  locales: Locale[];
  versionId: string;
  title: string;
  body: string;
  publishedAt: Date | null;
  /** The general article and its variants that the reader can have in the language of the text; empty when it has none. */
  family: FamilyText[];
  category: { id: string; slug: string; names: Partial<Record<Locale, string>> } | null;
};

/**
 * The published article at an address, for whoever may read it. Where a general article says nothing by itself, the oldest
 * of its variants stands there. @throws ServiceError not_found, also for drafts, expired and internal ones.
 */
export async function getArticle({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: GetArticleInput;
}): Promise<PublishedArticle> {
  const rows = await ctx.db
    .select({
      articleId: articles.id,
      familyId: familyOf,
      slug: articles.slug,
      locale: articleVersions.locale,
      versionId: articleVersions.id,
      title: articleVersions.title,
      body: articleVersions.body,
      publishedAt: articleVersions.publishAt,
      category: { id: categories.id, slug: categories.slug, names: categories.names },
    })
    .from(articles)
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .leftJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(standsAt(input.slug), readableBy(ctx.actor, ctx.now)))
    .orderBy(
      sql`${articles.slug} = ${input.slug} desc`,
      sql`${articleVersions.locale} = ${input.locale} desc`,
      articles.id,
      articleVersions.locale,
    );
  const [chosen] = rows;
  if (!chosen) throw notFound("article_not_found");
  const { familyId, ...article } = chosen;
  const locales = rows.filter(({ articleId }) => articleId === chosen.articleId).map(({ locale }) => locale);
  return { ...article, locales, family: await familyTexts(ctx, familyId, chosen.locale) };
}

/** The article of an address, and the variants of it. */
const standsAt = (slug: string) =>
  or(
    eq(articles.slug, slug),
    sql`${articles.variantOf} = (select general.id from articles general where general.slug = ${slug})`,
  );

async function familyTexts(ctx: ServiceContext, familyId: string, locale: Locale): Promise<FamilyText[]> {
  const rows = await ctx.db
    .select({
      articleId: articles.id,
      slug: articles.slug,
      title: articleVersions.title,
      appliesTo: articles.appliesTo,
      general: sql<boolean>`${articles.variantOf} is null`,
    })
    .from(articles)
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .where(
      and(
        or(eq(articles.id, familyId), eq(articles.variantOf, familyId)),
        eq(articleVersions.locale, locale),
        readableBy(ctx.actor, ctx.now),
      ),
    )
    .orderBy(sql`${articles.variantOf} nulls first`, articles.id);
  const texts = rows.filter((text) => text.general || !isGeneral(text));
  return texts.length > 1 ? texts : [];
}
