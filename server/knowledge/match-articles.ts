import { eq, inArray, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles } from "@/db/schema";
import { newId } from "@/lib/ids";
import { invalid } from "@/server/errors";
import { hash } from "./import-categories";
import type { LocalisedEntry } from "./parse-import";
import { freeSlugs, slugOf } from "./slugs";
import { type Shared, sharedWith } from "./variants/place-in-family";

/** An entry and the article it belongs to. */
export type ImportedArticle = { articleId: string; entry: LocalisedEntry };

/**
 * Finds each entry's article by its id, or by its address when it has none, and adds those that are new. What an entry
 * says about category, popularity and whom a variant is for is written, what it does not say stays; audience and family are
 * set only on new articles.
 * @throws ServiceError invalid `variant_of_unknown` for a variant of an article that is not there.
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
  await insertArticles(
    tx,
    added.filter(({ entry }) => entry.variantOf === null),
    categoryIds,
  );
  await insertArticles(
    tx,
    added.filter(({ entry }) => entry.variantOf !== null),
    categoryIds,
  );
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

type AddedArticle = { id: string; entry: LocalisedEntry; slug: string };

async function insertArticles(
  tx: Transaction,
  added: readonly AddedArticle[],
  categoryIds: ReadonlyMap<string, string>,
): Promise<void> {
  if (added.length === 0) return;
  const generals = await generalArticles(tx, added);
  await tx.insert(articles).values(
    added.map(({ id, entry, slug }) => ({
      id,
      slug,
      externalId: entry.externalId,
      kind: entry.kind,
      audience: entry.audience ?? undefined,
      categoryId: entry.category ? categoryIds.get(entry.category) : undefined,
      popularPosition: entry.popularPosition,
      appliesTo: entry.appliesTo,
      products: entry.products,
      moment: entry.moment ?? undefined,
      ...(entry.variantOf !== null && generals.get(entry.variantOf)),
    })),
  );
}

/** What each variant shares with the article it names, by the name it gives. */
async function generalArticles(tx: Transaction, added: readonly AddedArticle[]): Promise<Map<string, Shared>> {
  const generals = new Map<string, Shared>();
  for (const { entry } of added) {
    const { variantOf, origin } = entry;
    if (variantOf === null || generals.has(variantOf)) continue;
    const [general] = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(or(eq(articles.externalId, variantOf), eq(articles.slug, variantOf)));
    if (!general) throw invalid("variant_of_unknown", { origin, name: variantOf });
    generals.set(variantOf, await sharedWith(tx, general.id, null));
  }
  return generals;
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
    ...(entry.category && entry.variantOf === null && { categoryId: categoryIds.get(entry.category) }),
    ...(entry.popularPosition && { popularPosition: entry.popularPosition }),
    ...(Object.keys(entry.appliesTo).length > 0 && { appliesTo: entry.appliesTo }),
    ...(entry.products.length > 0 && { products: entry.products }),
    ...(entry.moment && { moment: entry.moment }),
  };
  if (Object.keys(changes).length > 0) await tx.update(articles).set(changes).where(eq(articles.id, articleId));
}

const keyOf = (entry: LocalisedEntry): string =>
  entry.externalId === null ? `/${wishedSlug(entry)}` : `#${entry.externalId}`;

function wishedSlug(entry: LocalisedEntry): string {
  return entry.slug ?? (slugOf(entry.title) || `q-${hash(entry.externalId ?? entry.title)}`);
}
