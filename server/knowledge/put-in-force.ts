import { and, eq, inArray, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles, chunks, phrasings } from "@/db/schema";
import type { PhrasingOrigin } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { newId } from "@/lib/ids";
import { chunkMarkdown } from "./chunk-markdown";
import type { IndexedVersion } from "./index-plan";
import { replaceInIndex } from "./write-index";

/** A version that has just become the published one of its article and language. */
export type PublishedVersion = {
  id: string;
  articleId: string;
  title: string;
  questions: readonly string[];
  body: string;
};

const ROWS = 2000;

/**
 * Makes published versions of one language what readers find: passages are cut, phrasings follow the version's questions
 * (those learnt from conversations stay), the index is swapped. Same transaction as the change of state.
 */
export async function putInForce(
  tx: Transaction,
  locale: Locale,
  versions: readonly PublishedVersion[],
  origin: PhrasingOrigin = "written",
): Promise<void> {
  const articleIds = versions.map(({ articleId }) => articleId);
  const cut = new Map(
    versions.map(({ id, body }) => [id, chunkMarkdown(body).map((chunk) => ({ ...chunk, id: newId("chunk") }))]),
  );
  const chunkRows = [...cut].flatMap(([versionId, parts]) =>
    parts.map((chunk, position) => ({ ...chunk, versionId, position })),
  );
  await insertAll(chunkRows, (rows) => tx.insert(chunks).values(rows));
  await tx
    .delete(phrasings)
    .where(
      and(inArray(phrasings.articleId, articleIds), eq(phrasings.locale, locale), ne(phrasings.origin, "conversation")),
    );
  const written = versions.flatMap(({ articleId, questions }) =>
    questions.map((text) => ({ articleId, locale, text, origin })),
  );
  await insertAll(written, (rows) => tx.insert(phrasings).values(rows));
  const indexed = await indexedVersions(tx, locale, versions, cut);
  await replaceInIndex(tx, locale, articleIds, indexed);
}

async function insertAll<Row>(rows: readonly Row[], insert: (rows: Row[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) await insert(rows.slice(at, at + ROWS));
}

/** Adds to each version what the index needs besides its text: the audience and every phrasing, learnt ones included. */
export async function indexedVersions(
  tx: Transaction,
  locale: Locale,
  versions: readonly PublishedVersion[],
  cut: ReadonlyMap<string, IndexedVersion["chunks"]>,
): Promise<IndexedVersion[]> {
  const ids = versions.map(({ articleId }) => articleId);
  const audiences = new Map(
    (
      await tx.select({ id: articles.id, audience: articles.audience }).from(articles).where(inArray(articles.id, ids))
    ).map(({ id, audience }) => [id, audience]),
  );
  const questions = Map.groupBy(
    await tx
      .select({ articleId: phrasings.articleId, text: phrasings.text })
      .from(phrasings)
      .where(and(inArray(phrasings.articleId, ids), eq(phrasings.locale, locale)))
      .orderBy(phrasings.id),
    ({ articleId }) => articleId,
  );
  return versions.map(({ id, articleId, title }) => ({
    articleId,
    versionId: id,
    audience: audiences.get(articleId) ?? "internal",
    title,
    questions: questions.get(articleId)?.map(({ text }) => text) ?? [],
    chunks: cut.get(id) ?? [],
  }));
}
