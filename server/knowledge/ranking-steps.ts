import { type SQL, sql } from "drizzle-orm";
import { fixed } from "@/server/sql";
import { FULL_WEIGHT } from "./posting-weights";
import { idf } from "./query-wording";

/** Best postings read per term; postings that candidates are sought among, per view and from the rarest term on. */
export const POSTINGS_PER_TERM = 600;
export const POSTINGS_SOUGHT = 600;
/** Terms per view that candidates are sought by, the rarest first. */
export const TERMS_SOUGHT = 12;
/** Terms used per view, the rarest first. */
const TERMS_PER_VIEW = 32;
/** Entries scored exactly, at most, and the share of the best one's promise that is worth it. */
const RESCORED = 48;
const PROMISING = 0.3;
const CHUNKS_PER_ARTICLE = 4;

/** Sums of an expression for either view, as two columns. */
function perView(expression: SQL, suffix: SQL): SQL {
  return sql`coalesce(sum(${expression}) filter (where view = 0), 0) as words${suffix},
    coalesce(sum(${expression}) filter (where view = 1), 0) as grams${suffix}`;
}

/** Both views' scores, each divided by its best before they are added, so that neither outweighs the other: 0–2. */
const sharesOf = (bestWords: SQL, bestGrams: SQL): SQL =>
  sql`coalesce(words / nullif(${bestWords}, 0), 0) + coalesce(grams / nullif(${bestGrams}, 0), 0)`;

/** The share of each row of `words` and `grams` in the best ones among the rows. */
export const SHARE_OF_BEST = sharesOf(sql`max(words) over ()`, sql`max(grams) over ()`);

/** From `query`: what the text's own words amount to in either language and view (`mass`), and the terms `used`. */
export const WEIGHED = sql`, mass as materialized (
  select locale, max(total) as total, ${perView(sql`idf`, sql``)}, ${perView(sql`idf * idf`, sql`_squares`)}
  from query where own and not stand_in group by locale
), used as materialized (
  select *, idf * weight as gain, case when own then idf * idf end as square, case when own then idf end as claim,
    view = 0 and own and token not like '% %' as word
  from (
    select *, row_number() over rarest as rarity,
      sum(least(spread, ${fixed(POSTINGS_PER_TERM)})) over rarest - least(spread, ${fixed(POSTINGS_PER_TERM)}) as rarer
    from query where term_id is not null window rarest as (partition by view order by weight * idf desc, term_id)
  ) ranked where rarity <= ${fixed(TERMS_PER_VIEW)}
)`;

/** From the `best` postings: the `candidates`, entries that promise enough to be scored exactly. */
export const FOUND = sql`, found as materialized (
  select entry_id, coalesce(sum(impact) filter (where view = 0), 0) as words,
    coalesce(sum(impact) filter (where view = 1), 0) as grams
  from best group by entry_id
), candidates as materialized (
  select entry_id from (
    select entry_id, promise, max(promise) over () as highest from (
      select entry_id, ${sharesOf(sql`best_words`, sql`best_grams`)} as promise
      from found cross join (select max(words) as best_words, max(grams) as best_grams from found) best
      order by promise desc, entry_id limit ${fixed(RESCORED)}
    ) likeliest
  ) compared where promise >= ${fixed(PROMISING)}::float8 * highest
)`;

/** What each `considered` entry holds of every term. */
export const EXACT = sql`, exact as materialized (
  select entry_id, ${perView(sql`gain * held`, sql``)},
    count(*) filter (where word and not stand_in) + least(count(*) filter (where word and stand_in), 2) as matched,
    coalesce(sum(claim) filter (where view = 1), 0) as covered,
    ${perView(sql`square`, sql`_squares`)}, ${perView(sql`claim * held`, sql`_strength`)}
  from (
    select considered.entry_id, term_id, held from considered left join lateral (
      select term_id, weight as held from postings
      where postings.entry_id = considered.entry_id and postings.term_id = any(array(select term_id from used)) offset 0
    ) posting on true offset 0
  ) holding left join used using (term_id)
  group by entry_id
)`;

/** Averages a share over the views the query has tokens in. */
const overViews = (words: SQL, grams: SQL): SQL =>
  sql`(coalesce(${words}, 0) + coalesce(${grams}, 0)) / greatest((mass.words > 0)::int + (mass.grams > 0)::int, 1)`;

/** The `top` articles with what confidence is judged by and with their passages, best first. */
export const PRESENTED = sql`
select top.article_id, top.external_id, top.slug, top.locale, top.title, top.version_id, top.score,
  exists (select 1 from articles variant where variant.variant_of = top.article_id) as divided,
  (
    select coalesce(json_agg(json_build_object('question', p.question,
      'coverage', least(coalesce(p.covered / nullif(mass.grams, 0), 0), 1), 'matched', p.matched,
      'strength', ${overViews(sql`p.words_strength / nullif(mass.words, 0)`, sql`p.grams_strength / nullif(mass.grams, 0)`)} / ${fixed(FULL_WEIGHT)}::float8,
      'similarity', ${overViews(
        sql`p.words_squares / nullif(sqrt(mass.words_squares * norm.words), 0)`,
        sql`p.grams_squares / nullif(sqrt(mass.grams_squares * norm.grams), 0)`,
      )}) order by p.place), '[]'::json)
    from placed p join mass on mass.locale = p.locale left join lateral (
      select ${perView(sql`power(${idf(sql`mass.total`, sql`articles`)}, 2)`, sql``)}
      from postings cross join lateral (
        select view, articles from terms where terms.id = postings.term_id limit 1
      ) term
      where postings.entry_id = p.entry_id and p.question is not null
    ) norm on true
    where p.version_id = top.version_id and p.place <= 3
  ) as entries,
  (
    select json_agg(json_build_object('id', c.id, 'headingPath', c.heading_path, 'text', c.text)
      order by c.score desc nulls last, c.position)
    from (
      select chunks.*, (select max(h.score) from hits h where h.chunk_id = chunks.id) as score
      from chunks where chunks.version_id = top.version_id
      order by score desc nulls last, chunks.position limit ${fixed(CHUNKS_PER_ARTICLE)}
    ) c
  ) as chunks
from top order by top.score desc, top.article_id`;
