import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { articles, articleVersions } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { requirePermission, type ServiceContext } from "@/server/context";

const MOST = 2000;

/**
 * Titles of what is published for everybody, to choose an article by; one an article, in the given language if it has one.
 * Variants are chosen by their general article.
 */
export async function listArticleTitles({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { locale: Locale };
}): Promise<{ value: string; label: string }[]> {
  requirePermission(ctx, "knowledge:read");
  const inTheirs = sql`${articleVersions.locale} = ${input.locale}`;
  const rows = await ctx.db
    .selectDistinctOn([articles.id], { value: articles.id, label: articleVersions.title })
    .from(articles)
    .innerJoin(articleVersions, and(eq(articleVersions.articleId, articles.id), eq(articleVersions.state, "published")))
    .where(and(eq(articles.audience, "public"), isNull(articles.variantOf)))
    .orderBy(asc(articles.id), sql`${inTheirs} desc`)
    .limit(MOST);
  return rows.sort((one, other) => one.label.localeCompare(other.label, input.locale));
}
