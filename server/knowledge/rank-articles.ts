import { type SQL, sql } from "drizzle-orm";
import type { Audience } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { fixed, preparedText } from "@/server/sql";
import type { QueryTerm } from "./query-terms";
import { wording } from "./query-wording";
import {
  EXACT,
  FOUND,
  POSTINGS_PER_TERM,
  POSTINGS_SOUGHT,
  PRESENTED,
  SHARE_OF_BEST,
  TERMS_SOUGHT,
  WEIGHED,
} from "./ranking-steps";

/** Anything that runs one statement: the pool, a transaction, or the edge client. */
export type SqlRunner = { execute(query: SQL): PromiseLike<{ rows: unknown[] }> };

type RankInput = {
  terms: readonly QueryTerm[];
  /** The query as synonyms are looked for in it (`searchedForm`); without it none are. */
  searched?: string;
  preferred: Locale;
  audiences: readonly Audience[];
  now: Date;
  limit: number;
  /** Only these articles are looked at; all when absent. */
  among?: readonly string[];
  /** Only these versions are looked at, whatever they share with the terms: variants that fit somebody. */
  versions?: readonly string[];
  /** What is being talked about: articles whose titles begin with it ("Buds 2: battery") go first. */
  about?: string;
  /** Articles that are candidates whatever the terms find, if they are likely at all, with how likely each is, 0–1. */
  recognised?: readonly Recognised[];
};

/** An article that something other than its words speaks for, and how likely it is the right one, 0–1. */
export type Recognised = { articleId: string; confidence: number };

/** An entry of a ranked article that was met, with what confidence is judged by. */
type RankedEntry = {
  question: string | null;
  coverage: number;
  similarity: number;
  strength: number;
  matched: number;
};

/** What was found; of an article with variants, the text of the family that matches best, under the general one's id. */
export type RankedArticle = {
  article_id: string;
  external_id: string | null;
  slug: string;
  locale: Locale;
  title: string;
  version_id: string;
  score: number;
  /** Whether it has variants. */
  divided: boolean;
  entries: RankedEntry[];
  /** Best first, then in reading order. */
  chunks: { id: string; headingPath: string[]; text: string }[] | null;
};

/** What a match in another language counts; of one article the preferred language is shown whenever it matches at all. */
const FOREIGN_SHARE = 0.8;
/** An article recognised with less is not looked at for that alone. */
const LIKELY = 0.02;
/** What being recognised for certain counts, where the best keyword match in both views counts 2. */
const RECOGNISED_WEIGHT = 1.5;
/** What an article about the subject of the conversation is ahead of the others by. */
const ABOUT_WEIGHT = 1.3;

/** Where entries are looked for: anywhere, or among what only some of the calls name. */
type Scope = "everywhere" | "articles" | "versions";
type Given = "recognised" | "terms" | "searched" | "among" | "preferred" | "now" | "limit" | "about";
type Place = (name: Given) => SQL;

/**
 * Ranks what the reader may see against a query, in one statement: terms → best postings of the rarest → exact scores →
 * visibility (published, unexpired, audience) → articles by their best entries, with passages.
 */
export async function rankArticles(db: SqlRunner, input: RankInput): Promise<RankedArticle[]> {
  const {
    terms,
    searched = "",
    preferred,
    audiences,
    now,
    limit,
    among,
    versions,
    about = "",
    recognised = [],
  } = input;
  if (terms.length === 0 && recognised.length === 0) return [];
  const allowed = among ? recognised.filter(({ articleId }) => among.includes(articleId)) : recognised;
  const scope = versions ? "versions" : among ? "articles" : "everywhere";
  const { rows } = await db.execute(
    rankingIn(
      scope,
      audiences,
    )({
      recognised: JSON.stringify(allowed),
      terms: JSON.stringify(terms),
      searched,
      among: JSON.stringify(versions ?? among ?? []),
      preferred,
      now: now.toISOString(),
      limit,
      about,
    }),
  );
  return rows as RankedArticle[];
}

const rankings = new Map<string, ReturnType<typeof preparedText<Given>>>();

function rankingIn(scope: Scope, audiences: readonly Audience[]) {
  const key = `${scope} ${audiences}`;
  const known = rankings.get(key);
  if (known) return known;
  const ranking = preparedText<Given>(
    (given) => sql`${matching(given, scope, audiences)}${judging(given, audiences)}${PRESENTED}`,
  );
  rankings.set(key, ranking);
  return ranking;
}

function matching(given: Place, scope: Scope, audiences: readonly Audience[]): SQL {
  return sql`
with recognised as materialized (
  select * from jsonb_to_recordset(${given("recognised")}::jsonb) as r("articleId" text, confidence float8)
), ${wording(given("terms"), given("searched"))}${WEIGHED}, best as (
  ${scope === "everywhere" ? bestPostings(audiences) : postingsAmong(scope === "versions" ? sql`version_id` : sql`article_id`, given)}
)${FOUND}, considered as materialized (
  select entry_id from candidates
  union select entry.id from recognised r cross join lateral (
    select id from index_entries e where e.article_id = r."articleId" and e.position = 0
      ${scope === "versions" ? sql`and e.version_id in (${idsIn(given)})` : sql``} offset 0
  ) entry where r.confidence >= ${fixed(LIKELY)}
)${EXACT}`;
}

/**
 * The best postings of each term, from the rarest on until enough have been read: what is found by its common words alone
 * is found by many. What the candidates hold of all of them is read in place.
 */
function bestPostings(audiences: readonly Audience[]): SQL {
  return sql`select used.term_id, used.view, posting.entry_id, posting.weight as held,
    used.idf * used.weight * posting.weight as impact
  from used cross join (values ${readers(audiences)}) as reader(audience) cross join lateral (
    select entry_id, weight from postings
    where postings.term_id = used.term_id and postings.audience = reader.audience
    order by weight desc limit ${fixed(POSTINGS_PER_TERM)}
  ) posting where used.rarer < ${fixed(POSTINGS_SOUGHT)} and used.rarity <= ${fixed(TERMS_SOUGHT)}`;
}

/** Every posting of the terms in some articles or versions. */
function postingsAmong(column: SQL, given: Place): SQL {
  return sql`select p.term_id, used.view, p.entry_id, p.weight as held, used.idf * used.weight * p.weight as impact
  from index_entries e join postings p on p.entry_id = e.id join used on used.term_id = p.term_id
  where e.${column} in (${idsIn(given)})`;
}

const idsIn = (given: Place): SQL => sql`select jsonb_array_elements_text(${given("among")}::jsonb)`;

function readers(audiences: readonly Audience[]): SQL {
  return sql.join(
    audiences.map((audience) => sql.raw(`('${audience}'::article_audience)`)),
    sql`, `,
  );
}

function judging(given: Place, audiences: readonly Audience[]): SQL {
  return sql`, hits as materialized (
  select scaled.*, e.article_id, e.version_id, e.chunk_id, e.locale, e.question, v.title, a.slug, a.external_id,
    relevance * case when e.locale = ${given("preferred")} then 1 else ${fixed(FOREIGN_SHARE)}::float8 end as score
  from (
    select *, ${SHARE_OF_BEST} as relevance from exact
  ) scaled
  cross join lateral (select * from index_entries where index_entries.id = scaled.entry_id offset 0) e
  join article_versions v on v.id = e.version_id and v.state = 'published'
    and (v.expire_at is null or v.expire_at > ${given("now")}::timestamptz)
  cross join lateral (
    select slug, external_id from articles where articles.id = e.article_id and audience in (values ${readers(audiences)}) offset 0
  ) a
), placed as materialized (
  select *, row_number() over (partition by version_id order by score desc, entry_id) as place from hits
), ranked as (
  select languages.*,
    max(total) over (partition by article_id) + ${fixed(RECOGNISED_WEIGHT)}::float8 * coalesce(r.confidence, 0)
      + case when ${given("about")} <> '' and starts_with(lower(title), lower(${given("about")})) then ${fixed(ABOUT_WEIGHT)}::float8 else 0 end as score,
    row_number() over (partition by article_id order by locale = ${given("preferred")} desc, total desc, locale, version_id) as choice
  from (
    select article_id, locale, version_id, title, slug, external_id,
      sum(score * case place when 1 then 1::float8 when 2 then 0.4::float8 when 3 then 0.2::float8 else 0 end) as total
    from placed group by article_id, locale, version_id, title, slug, external_id
  ) languages left join recognised r on r."articleId" = article_id
), top as materialized (
  select * from ranked where choice = 1 order by score desc, article_id limit ${given("limit")}
)`;
}
