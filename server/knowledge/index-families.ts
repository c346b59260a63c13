import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles, articleVersions, chunks, phrasings } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import type { IndexedVersion } from "./index-plan";
import { replaceInIndex } from "./write-index";

/** The general article of an article's family: itself unless it is a variant. */
export const familyOf = sql<string>`coalesce(${articles.variantOf}, ${articles.id})`;

/** Brings the index of a language up to date with what is published of these articles and of their families. */
export async function indexFamilies(tx: Transaction, locale: Locale, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  const touched = await tx
    .selectDistinct({ familyId: familyOf })
    .from(articles)
    .where(inArray(articles.id, [...articleIds]));
  const familyIds = touched.map(({ familyId }) => familyId);
  const members = await tx
    .select({ id: articleVersions.id, articleId: articles.id })
    .from(articles)
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .where(
      and(
        or(inArray(articles.id, familyIds), inArray(articles.variantOf, familyIds)),
        eq(articleVersions.locale, locale),
        eq(articleVersions.state, "published"),
      ),
    );
  const versions = await loadIndexed(
    tx,
    locale,
    members.map(({ id }) => id),
  );
  // What has just become a variant was found under its own id until now.
  await replaceInIndex(tx, locale, [...new Set([...familyIds, ...articleIds])], versions);
}

/**
 * Published versions of a language with all that the index needs: their family, the audience and every phrasing, learnt
 * ones included. Those of a family stand together, always in the same order.
 */
export async function loadIndexed(
  tx: Transaction,
  locale: Locale,
  versionIds: readonly string[],
): Promise<IndexedVersion[]> {
  if (versionIds.length === 0) return [];
  const ids = [...versionIds];
  const rows = await tx
    .select({
      versionId: articleVersions.id,
      articleId: articles.id,
      familyId: familyOf,
      audience: articles.audience,
      title: articleVersions.title,
    })
    .from(articleVersions)
    .innerJoin(articles, eq(articles.id, articleVersions.articleId))
    .where(inArray(articleVersions.id, ids))
    .orderBy(familyOf, asc(articles.id));
  const parts = Map.groupBy(
    await tx.select().from(chunks).where(inArray(chunks.versionId, ids)).orderBy(chunks.position),
    ({ versionId }) => versionId,
  );
  const articleIds = rows.map(({ articleId }) => articleId);
  const questions = Map.groupBy(
    await tx
      .select({ articleId: phrasings.articleId, text: phrasings.text })
      .from(phrasings)
      .where(and(inArray(phrasings.articleId, articleIds), eq(phrasings.locale, locale)))
      .orderBy(phrasings.id),
    ({ articleId }) => articleId,
  );
  return rows.map((row) => ({
    ...row,
    questions: questions.get(row.articleId)?.map(({ text }) => text) ?? [],
    chunks: parts.get(row.versionId) ?? [],
  }));
}
