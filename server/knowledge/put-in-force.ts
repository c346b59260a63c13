import { and, eq, inArray, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { chunks, phrasings } from "@/db/schema";
import type { PhrasingOrigin } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { newId } from "@/lib/ids";
import { chunkMarkdown } from "./chunk-markdown";
import { indexFamilies } from "./index-families";

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
  const chunkRows = versions.flatMap(({ id: versionId, body }) =>
    chunkMarkdown(body).map((chunk, position) => ({ ...chunk, id: newId("chunk"), versionId, position })),
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
  await indexFamilies(tx, locale, articleIds);
}

async function insertAll<Row>(rows: readonly Row[], insert: (rows: Row[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) await insert(rows.slice(at, at + ROWS));
}
