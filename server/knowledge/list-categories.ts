import { asc, count, eq } from "drizzle-orm";
import { articles, articleVersions, categories } from "@/db/schema";
import type { CategoryNode } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { listedFor } from "./readable";

type CategoryRow = Pick<typeof categories.$inferSelect, "id" | "parentId" | "slug" | "names">;

/** The category tree in order, named in a language, with how many articles the actor can read in each. For everybody. */
export async function listCategories({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { locale: Locale };
}): Promise<CategoryNode[]> {
  const rows = await ctx.db
    .select({ id: categories.id, parentId: categories.parentId, slug: categories.slug, names: categories.names })
    .from(categories)
    .orderBy(asc(categories.position), asc(categories.id));
  const counts = await ctx.db
    .select({ categoryId: articles.categoryId, articles: count() })
    .from(articles)
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .where(listedFor(ctx.actor, ctx.now, input.locale))
    .groupBy(articles.categoryId);
  return categoryTree(rows, input.locale, new Map(counts.map((row) => [row.categoryId, row.articles])));
}

/** The nodes below a parent, in the order given; a language without a name borrows another's, then the slug. */
function categoryTree(
  rows: readonly CategoryRow[],
  locale: Locale,
  counts: ReadonlyMap<string | null, number>,
  parentId: string | null = null,
): CategoryNode[] {
  return rows
    .filter((row) => row.parentId === parentId)
    .map(({ id, slug, names }) => ({
      id,
      slug,
      names,
      name: names[locale] ?? Object.values(names)[0] ?? slug,
      articles: counts.get(id) ?? 0,
      children: categoryTree(rows, locale, counts, id),
    }));
}
