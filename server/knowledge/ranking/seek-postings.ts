import { sql } from "drizzle-orm";
import type { Audience } from "@/lib/contracts/knowledge";
import { fixed, preparedText, type SqlExecutor, selectRows } from "@/server/sql";
import { unpackPostings } from "../packed-postings";
import type { KeptIndex } from "./kept-index";
import { arrayOf } from "./readers";
import { POSTINGS_PER_TERM, type UsedTerm } from "./use-terms";

/** Entries are packed as {@link unpackPostings} has terms. */
const READING = preparedText<"terms" | "audiences">(
  (given) => sql`
select wanted.term, best.packed
from unnest(${given("terms")}::int[]) as wanted(term) cross join lateral (
  select encode(string_agg(int4send(entry_id) || int2send(weight), ''::bytea), 'base64') as packed
  from unnest(${given("audiences")}::article_audience[]) as reader(audience) cross join lateral (
    select entry_id, weight from postings
    where postings.term_id = wanted.term and postings.audience = reader.audience
    order by weight desc limit ${fixed(POSTINGS_PER_TERM)}
  ) posting
) best`,
);

/** Reads the best postings of terms where this process has not read them before. */
export async function seekPostings(
  db: SqlExecutor,
  index: KeptIndex,
  used: readonly UsedTerm[],
  audiences: readonly Audience[],
): Promise<void> {
  const missing = used.filter(({ term }) => !index.postingsOf(term)).map(({ term }) => term.id);
  if (missing.length === 0) return;
  const given = { terms: `{${missing.join(",")}}`, audiences: arrayOf(audiences) };
  const rows = await selectRows<{ term: number; packed: string | null }>(db, READING(given));
  for (const { term, packed } of rows) {
    const { terms: entries, weights } = unpackPostings(packed ?? "");
    index.keepPostings(term, { places: entries.map((entry) => index.placeOf(entry)), weights });
  }
}
