import { eq, inArray, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles } from "@/db/schema";
import { newId } from "@/lib/ids";
import { hash } from "./import-categories";
import type { LocalisedEntry } from "./parse-import";
import { freeSlugs, slugOf } from "./slugs";

/** An entry and the article it belongs to. */
export type ImportedArticle = { articleId: string; entry: LocalisedEntry };

/**
 * Finds each entry's article by its id, or by its address when it has none, and adds those that are new. What an entry
 * says about category and popularity is written, what it does not say stays; the audience is set only on new articles.
 */
export async function matchArticles(
  tx: Transaction,
  entries: readonly LocalisedEntry[],
  categoryIds: ReadonlyMap<string, string>,
): Promise<ImportedArticle[]> {
  const known = await knownArticles(tx, entries);
  const fresh = entries.filter((entry) => !known.has(keyOf(entry)));
  const slugs = await freeSlugs(tx, fresh.map(wishedSlug));
  const added = fresh.map((entry, at) => ({ id: newId("article"), entry, slug: slugs[at] ?? "" }));
  if (added.length > 0) {
    await tx.insert(articles).values(
      added.map(({ id, entry, slug }) => ({
        id,
        slug,
        externalId: entry.externalId,
        kind: entry.kind,
        audience: entry.audience ?? undefined,
        categoryId: entry.category ? categoryIds.get(entry.category) : undefined,
        popularPosition: entry.popularPosition,
      })),
    );
  }
  const addedIds = new Map(added.map(({ id, entry }) => [entry, id]));
  return Promise.all(
    entries.map(async (entry) => {
      const addedId = addedIds.get(entry);
      if (addedId) return { articleId: addedId, entry };
      const articleId = known.get(keyOf(entry)) ?? "";
      await rewrite(tx, articleId, entry, categoryIds);
      return { articleId, entry };
    }),
  );
}

async function knownArticles(tx: Transaction, entries: readonly LocalisedEntry[]): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ externalId }) => externalId ?? []);
  const slugs = entries.filter(({ externalId }) => externalId === null).map(wishedSlug);
  const rows = await tx
    .select({ id: articles.id, slug: articles.slug, externalId: articles.externalId })
    .from(articles)
    .where(or(inArray(articles.externalId, ids), inArray(articles.slug, slugs)))
    .for("update");
  return new Map(
    rows.flatMap(({ id, slug, externalId }) => [
      ...(externalId === null ? [] : [[`#${externalId}`, id] as const]),
      [`/${slug}`, id] as const,
    ]),
  );
}

async function rewrite(
  tx: Transaction,
  articleId: string,
  entry: LocalisedEntry,
  categoryIds: ReadonlyMap<string, string>,
): Promise<void> {
  const changes = {
    ...(entry.category && { categoryId: categoryIds.get(entry.category) }),
    ...(entry.popularPosition && { popularPosition: entry.popularPosition }),
  };
  if (Object.keys(changes).length > 0) await tx.update(articles).set(changes).where(eq(articles.id, articleId));
}

const keyOf = (entry: LocalisedEntry): string =>
  entry.externalId === null ? `/${wishedSlug(entry)}` : `#${entry.externalId}`;

function wishedSlug(entry: LocalisedEntry): string {
  return entry.slug ?? (slugOf(entry.title) || `q-${hash(entry.externalId ?? entry.title)}`);
}
