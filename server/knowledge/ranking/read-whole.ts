import { sql } from "drizzle-orm";
import type { Audience } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { giveWay } from "@/server/jobs/give-way";
import { fixed, preparedText, type SqlExecutor, selectRows } from "@/server/sql";
import { type KeptEntry, KeptIndex, type KeptLanguage, type Postings } from "./kept-index";
import { type EntryRows, entriesFrom, entryRows } from "./read-entries";
import { LANGUAGES, STATE } from "./read-index";
import { perReaders } from "./readers";

/** Postings of an index that is kept whole, at most, by the planner's estimate: with its terms some 30 MB. */
const MOST_POSTINGS = 1_500_000;

type TermRow = [id: number, locale: Locale, view: number, token: string, articles: number];
type WholeRow = EntryRows & { state: string; languages: KeptLanguage[]; terms: TermRow[] };

const READING = perReaders((readers) =>
  preparedText<never>(
    () => sql`
select ${STATE} as state, ${LANGUAGES} as languages, (
  select coalesce(json_agg(json_build_array(id, locale, view, token, articles)), '[]'::json) from terms where articles > 0
) as terms, held.*
from (${entryRows(sql`index_entries e`, readers)}) held
where (select reltuples from pg_class where oid = 'postings'::regclass) <= ${fixed(MOST_POSTINGS)}`,
  ),
);

/** All that some readers may see of the index, in one statement; null when it is too large to be kept whole. Gives way between its steps. */
export async function readWhole(db: SqlExecutor, audiences: readonly Audience[]): Promise<KeptIndex | null> {
  const [row] = await selectRows<WholeRow>(db, READING(audiences)({}));
  if (!row) return null;
  const { state, languages, terms: rows, ...held } = row;
  await giveWay();
  const entries = entriesFrom(held);
  await giveWay();
  const postings = postingsOf(rows, entries);
  const terms = new Map(rows.map(([id, , view, , articles]) => [id, { id, view, articles }]));
  const index = new KeptIndex(state, languages, {
    entries,
    byArticle: Map.groupBy(entries, ({ articleId }) => articleId),
    byVersion: Map.groupBy(entries, ({ versionId }) => versionId),
    terms,
    postings,
  });
  await giveWay();
  for (const [id, locale, view, token] of rows) index.keepTerm(locale, view, token, terms.get(id) ?? null);
  return index;
}

/** The postings of each term, turned around from what each entry holds. */
function postingsOf(rows: readonly TermRow[], entries: readonly KeptEntry[]): Map<number, Postings> {
  const first = rows.reduce((least, [id]) => Math.min(least, id), Number.MAX_SAFE_INTEGER);
  const last = rows.reduce((most, [id]) => Math.max(most, id), first);
  const counts = new Int32Array(rows.length > 0 ? last - first + 1 : 0);
  for (const { terms } of entries) {
    for (let at = 0; at < terms.length; at += 1) count(counts, (terms[at] ?? 0) - first);
  }
  const held = new Int32Array(entries.reduce((sum, { terms }) => sum + terms.length, 0));
  const weights = new Int16Array(held.length);
  /** Where the next posting of a term goes: behind its last one in the end. */
  const ends = new Int32Array(counts.length);
  for (let at = 1; at < ends.length; at += 1) ends[at] = (ends[at - 1] ?? 0) + (counts[at - 1] ?? 0);
  for (const [place, entry] of entries.entries()) {
    for (let at = 0; at < entry.terms.length; at += 1) {
      const next = count(ends, (entry.terms[at] ?? 0) - first);
      held[next] = place;
      weights[next] = entry.weights[at] ?? 0;
    }
  }
  return new Map(
    rows.map(([id]) => {
      const to = ends[id - first] ?? 0;
      const from = to - (counts[id - first] ?? 0);
      return [id, { places: held.subarray(from, to), weights: weights.subarray(from, to) }];
    }),
  );
}

/** Counts one of many numbers up, and says what it was before. */
function count(numbers: Int32Array, at: number): number {
  const before = numbers[at] ?? 0;
  numbers[at] = before + 1;
  return before;
}
