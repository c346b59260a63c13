import { asc, eq } from "drizzle-orm";
import { articles, articleVersions } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { listedFor } from "./readable";

/** As many addresses as a sitemap file may hold. */
const LIMIT = 20_000;

/** The addresses of what the actor can read in a language, and since when. For everybody. */
export async function listSitemapArticles({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { locale: Locale };
}): Promise<{ slug: string; publishedAt: Date | null }[]> {
  return ctx.db
    .select({ slug: articles.slug, publishedAt: articleVersions.publishAt })
    .from(articles)
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .where(listedFor(ctx.actor, ctx.now, input.locale))
    .orderBy(asc(articles.id))
    .limit(LIMIT);
}
