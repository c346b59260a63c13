import { sql } from "drizzle-orm";
import type { Audience } from "@/lib/contracts/knowledge";
import { fixed, preparedText, type SqlExecutor, selectRows } from "@/server/sql";
import { unpackPostings } from "../packed-postings";
import type { Postings } from "./kept-index";
import { perReaders } from "./readers";
import { POSTINGS_PER_TERM, type UsedTerm } from "./use-terms";

/** Entries are packed as {@link unpackPostings} has terms. */
const READING = perReaders((readers) =>
  preparedText<"terms">(
    (given) => sql`
select wanted.term, best.packed
from (select value::int as term from jsonb_array_elements_text(${given("terms")}::jsonb)) wanted cross join lateral (
  select encode(string_agg(int4send(entry_id) || int2send(weight), ''::bytea), 'base64') as packed
  from unnest(${readers}) as reader(audience) cross join lateral (
    select entry_id, weight from postings
    where postings.term_id = wanted.term and postings.audience = reader.audience
    order by weight desc limit ${fixed(POSTINGS_PER_TERM)}
  ) posting
) best`,
  ),
);

/**
 * Reads the best postings of terms, in one statement.
 * @returns them by the term's id, with the entries whose places they name.
 */
export async function readPostings(
  db: SqlExecutor,
  used: readonly UsedTerm[],
  audiences: readonly Audience[],
): Promise<{ postings: Map<number, Postings>; entryIds: number[] }> {
  if (used.length === 0) return { postings: new Map(), entryIds: [] };
  const terms = JSON.stringify(used.map(({ term }) => term.id));
  const rows = await selectRows<{ term: number; packed: string | null }>(db, READING(audiences)({ terms }));
  const known = new Map<number, number>();
  const placeOf = (id: number): number => {
    const place = known.get(id) ?? known.size;
    if (place === known.size) known.set(id, place);
    return place;
  };
  const postings = new Map(
    rows.map(({ term, packed }): [number, Postings] => {
      const { terms: ids, weights } = unpackPostings(packed ?? "");
      return [term, { places: ids.map(placeOf), weights }];
    }),
  );
  return { postings, entryIds: [...known.keys()] };
}
