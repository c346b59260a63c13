import { and, eq, sql } from "drizzle-orm";
import { articles, articleVersions, categories } from "@/db/schema";
import type { GetArticleInput } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { readableBy } from "./readable";

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
  category: { id: string; slug: string; names: Partial<Record<Locale, string>> } | null;
};

/** The published article at an address, for whoever may read it. @throws ServiceError not_found, also for drafts, expired and internal ones. */
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
    .where(and(eq(articles.slug, input.slug), readableBy(ctx.actor, ctx.now)))
    .orderBy(sql`${articleVersions.locale} = ${input.locale} desc`, articleVersions.locale);
  const [chosen] = rows;
  if (!chosen) throw notFound("article_not_found");
  return { ...chosen, locales: rows.map(({ locale }) => locale) };
}
