import { type SQL, sql } from "drizzle-orm";
import type { Audience } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { fixed, preparedText, type SqlExecutor, selectRows } from "@/server/sql";
import { PACKED_POSTING, unpackPostings } from "../packed-postings";
import type { KeptEntry } from "./kept-index";
import { perReaders } from "./readers";

/** Which entries: these, the first ones of these articles' texts, and all of some articles or versions. */
export type WantedEntries = {
  ids: readonly number[];
  firstOf: readonly string[];
  articles: readonly string[];
  versions: readonly string[];
};

/** Entries as a statement gives them: what is known of each, and the postings of all of them one after another. */
export type EntryRows = { entries: EntryRow[]; packed: string };

type EntryRow = [
  id: number,
  articleId: string,
  versionId: string,
  chunkId: string | null,
  locale: Locale,
  title: string,
  asked: boolean,
  position: number,
  expires: number | null,
  postings: number,
];

/** The columns of {@link EntryRows}, of the entries `some` gives the ids of, as far as the readers may see them. */
export const entryRows = (some: SQL, readers: SQL): SQL => sql`
select coalesce(json_agg(json_build_array(e.id, e.article_id, e.version_id, e.chunk_id, e.locale, v.title,
    e.question is not null, e.position, extract(epoch from v.expire_at) * 1000,
    octet_length(e.packed_postings) / ${fixed(PACKED_POSTING)}) order by e.id), '[]'::json) as entries,
  coalesce(string_agg(e.packed_postings, '' order by e.id), '') as packed
from ${some} join article_versions v on v.id = e.version_id and v.state = 'published'
where e.audience = any(${readers})`;

const READING = perReaders((readers) =>
  preparedText<keyof WantedEntries>(
    (given) => sql`
with wanted as (
  select value::int as id from jsonb_array_elements_text(${given("ids")}::jsonb)
  union select e.id from jsonb_array_elements_text(${given("firstOf")}::jsonb) join index_entries e on e.article_id = value and e.position = 0
  union select e.id from jsonb_array_elements_text(${given("articles")}::jsonb) join index_entries e on e.article_id = value
  union select e.id from jsonb_array_elements_text(${given("versions")}::jsonb) join index_entries e on e.version_id = value
)${entryRows(sql`wanted cross join lateral (select * from index_entries where index_entries.id = wanted.id offset 0) e`, readers)}`,
  ),
);

/** Reads entries that the readers may see, in one statement. */
export async function readEntries(
  db: SqlExecutor,
  { ids, firstOf, articles, versions }: WantedEntries,
  audiences: readonly Audience[],
): Promise<KeptEntry[]> {
  const statement = READING(audiences)({
    ids: JSON.stringify(ids),
    firstOf: JSON.stringify(firstOf),
    articles: JSON.stringify(articles),
    versions: JSON.stringify(versions),
  });
  const [rows] = await selectRows<EntryRows>(db, statement);
  return rows ? entriesFrom(rows) : [];
}

/** Entries with their postings. */
export function entriesFrom({ entries, packed }: EntryRows): KeptEntry[] {
  const { terms, weights } = unpackPostings(packed);
  let from = 0;
  return entries.map(
    ([id, articleId, versionId, chunkId, locale, title, asked, position, expires, postings]): KeptEntry => {
      const to = from + postings;
      const holding = { terms: terms.subarray(from, to), weights: weights.subarray(from, to) };
      from = to;
      return { ...holding, id, articleId, versionId, chunkId, locale, title, asked, first: position === 0, expires };
    },
  );
}
