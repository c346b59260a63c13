import { sql } from "drizzle-orm";
import type { Audience } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { fixed, preparedText, type SqlExecutor, selectRows } from "@/server/sql";
import type { JudgedArticle } from "./judge-articles";
import { STATE } from "./read-index";
import { perReaders } from "./readers";

/** What there is to show of an article, and of the entries that confidence is judged by. */
export type PresentedArticle = {
  articleId: string;
  externalId: string | null;
  slug: string;
  locale: Locale;
  title: string;
  versionId: string;
  /** Whether it has variants. */
  divided: boolean;
  questions: { id: number; question: string | null; norm: { words: number; grams: number } | null }[] | null;
  /** Best first, then in reading order. */
  chunks: { id: string; headingPath: string[]; text: string }[] | null;
};

/** What there is to show in all, and the `STATE` it is of. */
type Presented = { state: string; articles: PresentedArticle[] };

/** Entries of an article that confidence is judged by. */
export const JUDGED_ENTRIES = 3;
const CHUNKS_PER_ARTICLE = 4;

const presenting = (norm: "read" | "known") =>
  perReaders((readers) =>
    preparedText<"articles" | "now">(
      (given) => sql`
with given as materialized (
  select * from jsonb_to_recordset(${given("articles")}::jsonb)
    as g(place int, "articleId" text, "versionId" text, entries int[], chunks jsonb)
)
select ${STATE} as state, (
  select coalesce(json_agg(json_build_object('articleId', given."articleId", 'externalId', a.external_id, 'slug', a.slug,
    'locale', v.locale, 'title', v.title, 'versionId', v.id,
    'divided', exists (select 1 from articles variant where variant.variant_of = a.id),
    'questions', (
      select json_agg(json_build_object('id', e.id, 'question', e.question, 'norm', ${norm === "read" ? NORM : sql`null::json`}))
      from index_entries e where e.id = any(given.entries)
    ),
    'chunks', (
      select json_agg(json_build_object('id', c.id, 'headingPath', c.heading_path, 'text', c.text) order by c.score desc nulls last, c.position)
      from (
        select chunks.*, (given.chunks->>chunks.id)::float8 as score from chunks where chunks.version_id = v.id
        order by score desc nulls last, chunks.position limit ${fixed(CHUNKS_PER_ARTICLE)}
      ) c
    )) order by given.place), '[]'::json)
  from given
    cross join lateral (select * from article_versions where id = given."versionId" and state = 'published'
      and (expire_at is null or expire_at > ${given("now")}::timestamptz) offset 0) v
    cross join lateral (select * from articles where id = given."articleId" and audience = any(${readers}) offset 0) a
)  as articles`,
    ),
  );

/** The squared length of an entry's question, per view, in idf. */
const NORM = sql`(
  select json_build_object('words', coalesce(sum(term.square) filter (where term.view = 0), 0),
    'grams', coalesce(sum(term.square) filter (where term.view = 1), 0))
  from postings cross join lateral (
    select view, power(ln(1 + greatest(s.articles - terms.articles + 0.5::float8, 0.5::float8) / (terms.articles + 0.5::float8)), 2) as square
    from terms join index_statistics s on s.locale = terms.locale where terms.id = postings.term_id limit 1
  ) term
  where postings.entry_id = e.id and e.question is not null
)`;

const PRESENTING = { read: presenting("read"), known: presenting("known") };

/**
 * What there is to show of judged articles, in their order, as far as the readers may see them, in one statement.
 * @param norm whether the norms of questions are read, too.
 */
export async function presentArticles(
  db: SqlExecutor,
  judged: readonly JudgedArticle[],
  { audiences, now, norm }: { audiences: readonly Audience[]; now: Date; norm: "read" | "known" },
): Promise<Presented> {
  const articles = judged.map(({ articleId, versionId, hits }, place) => ({
    place,
    articleId,
    versionId,
    entries: hits.slice(0, JUDGED_ENTRIES).map(({ entry }) => entry.id),
    chunks: Object.fromEntries(
      hits.toReversed().flatMap(({ entry, score }) => (entry.chunkId ? [[entry.chunkId, score]] : [])),
    ),
  }));
  const given = { articles: JSON.stringify(articles), now: now.toISOString() };
  const [presented] = await selectRows<Presented>(db, PRESENTING[norm](audiences)(given));
  if (!presented) throw new Error("Nothing presented");
  return presented;
}
