import { type SQL, sql } from "drizzle-orm";
import { fixed } from "@/server/sql";

/** Tokens that the editor's synonyms may add to one query. */
const SYNONYM_TOKENS = 120;
/** What a word that stands in for another counts beside it. */
const SYNONYM_WEIGHT = 0.6;
const MENDED_WEIGHT = 0.7;
/** Unknown words that are mended, the longest first, and the known ones each may turn into. */
const MENDED_WORDS = 4;
const MENDINGS = 3;

const LETTERS = sql.raw(`'{${[..."abcdefghijklmnopqrstuvwxyz"].join(",")}}'`);

/** How much a term says, by how many of all articles have it. In floating point throughout: numerics take many times as long. */
export const idf = (all: SQL, having: SQL): SQL =>
  sql`ln(1 + greatest(${all} - ${having} + 0.5::float8, 0.5::float8) / (${having} + 0.5::float8))`;

const IDF = idf(sql`s.articles`, sql`coalesce(t.articles, 0)`);

/** From the words that are looked for to what is known of them, slips mended. */
const KNOWN = sql`, known as materialized (
  select w.*, s.articles as total, t.id as term_id, coalesce(t.articles, 0) as spread, ${IDF} as idf
  from worded w cross join lateral (
    select articles from index_statistics where index_statistics.locale = w.locale and articles > 0 limit 1
  ) s left join lateral (
    select id, articles from terms
    where terms.locale = w.locale and terms.view = w.view and terms.token = w.token and articles > 0 limit 1
  ) t on true
), slips as (
  select * from known
  where term_id is null and view = 0 and own and not stand_in and token ~ '^[a-z]{4,16}$'
    and not exists (select 1 from known other where other.token = known.token and other.view = 0 and other.term_id is not null)
  order by length(token) desc, token limit ${fixed(MENDED_WORDS)}
), query as materialized (
  select * from known
  union all
  select slips.locale, slips.view, mended.token, ${fixed(MENDED_WEIGHT)}::float8, true, true, slips.total, mended.id, mended.articles, mended.idf
  from slips cross join lateral (
    select t.id, t.token, t.articles, ${IDF} as idf
    from (
      select id, token, articles from terms
      where terms.locale = slips.locale and terms.view = 0 and articles > 0
        and terms.token = any(array(select spelling from (${oneSlipAway(sql`slips.token`)}) slip(spelling))) offset 0
    ) t
    join index_statistics s on s.locale = slips.locale
    where not exists (select 1 from asked where asked.locale = slips.locale and asked.view = 0 and asked.token = t.token)
    order by t.articles desc, t.token limit ${fixed(MENDINGS)}
  ) mended
)`;

/**
 * The tables `query` and what leads to it: each term with its id, its idf and how many articles have it (`spread`; looked
 * up one by one, so that the planner knows how few rows come), the editor's synonyms of what the text holds,
 * and for unknown Latin words the known ones one slip away (a letter too much, too few, wrong, or two swapped). The last
 * two are `stand_in`: they are found by, and cover what they stand for, without adding to what there is to cover.
 */
export function wording(terms: SQL, searched: SQL): SQL {
  return sql`asked as materialized (
  select index_statistics.locale, view, token, weight, own
  from jsonb_to_recordset(${terms}::jsonb)
    as term(language text, view smallint, token text, weight float8, own boolean)
  join index_statistics on language is null or language = index_statistics.locale
), worded as (
  select *, false as stand_in from asked
  union all
  (
    select distinct synonyms.locale, t.view, t.token, ${fixed(SYNONYM_WEIGHT)}::float8, true, true
    from synonyms cross join jsonb_to_recordset(synonyms.tokens) as t(view smallint, token text)
    where ${searched} <> '' and exists (
      select 1 from jsonb_array_elements_text(synonyms.keys) key where strpos(${searched}, key) > 0
    ) and not exists (
      select 1 from asked where asked.locale = synonyms.locale and asked.view = t.view and asked.token = t.token
    ) order by 1, 2, 3 limit ${fixed(SYNONYM_TOKENS)}
  )
)${KNOWN}`;
}

/**
 * Every spelling one slip away from a word that keeps its first letter: people rarely miss that. The bounds are constants
 * so that the planner knows how few rows come.
 */
function oneSlipAway(word: SQL): SQL {
  return sql`select left(${word}, at) || substr(${word}, at + 2) from generate_series(1, 15) at where at < length(${word})
    union all select left(${word}, at) || substr(${word}, at + 2, 1) || substr(${word}, at + 1, 1) || substr(${word}, at + 3)
      from generate_series(1, 14) at where at < length(${word}) - 1
    union all select left(${word}, at) || letter || substr(${word}, at + 1 + dropped)
      from generate_series(1, 16) at, generate_series(0, 1) dropped, unnest(${LETTERS}::text[]) letter
      where at <= length(${word})`;
}
