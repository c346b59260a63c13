import { sql } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { indexStatistics } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { type AverageLengths, INITIAL_AVERAGES } from "./posting-weights";

/**
 * Which tokens this release writes. Goes up by one whenever the same text gives other tokens or weights than before: a
 * start after the upgrade then writes every language's index anew.
 */
export const INDEX_FORMAT = 2;

/** What is known of a language's index. */
export type IndexStatistics = { articles: number; averages: AverageLengths; format: number };

/**
 * Locks a language's index for the rest of the transaction: whoever changes it or the language's synonyms waits here, so
 * updates cannot deadlock. What was read of it before is outdated from the commit on.
 */
export async function lockIndex(tx: Transaction, locale: Locale): Promise<IndexStatistics> {
  const [row] = await tx
    .insert(indexStatistics)
    .values({ locale, averages: INITIAL_AVERAGES, format: INDEX_FORMAT })
    .onConflictDoUpdate({ target: indexStatistics.locale, set: { revision: sql`gen_random_uuid()` } })
    .returning();
  if (!row) throw new Error("Index statistics missing");
  return row;
}

/**
 * Has the planner look at the tables that answers are found in. Whoever wrote much of them calls it: the server's own
 * round comes a minute later, and until then each search would be planned for empty tables.
 */
export async function analyzeIndex(executor: Executor): Promise<void> {
  await executor.execute(sql`analyze articles, article_versions, phrasings, chunks, index_entries, terms, postings`);
}

/** Average lengths of what is in the index now; a side that nothing has keeps its initial value. */
export async function measureAverages(executor: Executor, locale: Locale): Promise<AverageLengths> {
  const { rows } = await executor.execute<Record<"tw" | "tg" | "bw" | "bg", number | null>>(sql`
    select avg(title_words)::float8 as tw, avg(title_grams)::float8 as tg,
      avg(body_words) filter (where body_grams > 0)::float8 as bw,
      avg(body_grams) filter (where body_grams > 0)::float8 as bg
    from index_entries where locale = ${locale}`);
  const [row] = rows;
  return {
    words: { title: row?.tw ?? INITIAL_AVERAGES.words.title, body: row?.bw ?? INITIAL_AVERAGES.words.body },
    grams: { title: row?.tg ?? INITIAL_AVERAGES.grams.title, body: row?.bg ?? INITIAL_AVERAGES.grams.body },
  };
}

/** The largest relative difference between two sets of averages: how stale frozen weights are. */
export function averagesDrift(frozen: AverageLengths, measured: AverageLengths): number {
  const pairs = (["words", "grams"] as const).flatMap((view) =>
    (["title", "body"] as const).map((side) => [frozen[view][side], measured[view][side]] as const),
  );
  return Math.max(...pairs.map(([before, after]) => Math.abs(after - before) / Math.max(1, before)));
}
