import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { indexStatistics } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { chunkMarkdown } from "./chunk-markdown";
import { averageLengths } from "./index-lengths";
import { type IndexedVersion, planEntries } from "./index-plan";
import { lockIndex } from "./index-statistics";
import type { PublishedVersion } from "./put-in-force";

/** Takes the averages of an empty index from the first texts it will hold, so that they need not be written twice. */
export async function primeAverages(
  tx: Transaction,
  locale: Locale,
  versions: readonly PublishedVersion[],
): Promise<void> {
  const { articles } = await lockIndex(tx, locale);
  if (articles > 0) return;
  const entries = versions.flatMap((version) => planEntries(asIndexed(version)));
  await tx
    .update(indexStatistics)
    .set({ averages: averageLengths(entries) })
    .where(eq(indexStatistics.locale, locale));
}

function asIndexed({ id, articleId, title, questions, body }: PublishedVersion): IndexedVersion {
  const chunks = chunkMarkdown(body).map((chunk, at) => ({ ...chunk, id: `${id} ${at}` }));
  return { articleId, familyId: articleId, versionId: id, audience: "public", title, questions, chunks };
}
