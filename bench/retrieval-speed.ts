/**
 * Retrieval at size: `tsx bench/retrieval-speed.ts [PASSAGES]` (default 100,000). Synthetic passages, a fifth of them
 * questions, are written straight into the index; their terms follow Zipf's law, so that frequent ones are everywhere.
 * Queries take some terms of a known question and fill up with terms as frequent as in a language.
 */
import { sql } from "drizzle-orm";
import type { QueryTerm } from "../server/knowledge/query-terms";
import { fastest, quantile } from "./figures";
import { scratchDatabase } from "./scratch-database";

const PASSAGES = Number(process.argv[2] ?? 100_000);
const PER_ARTICLE = 5;
const QUERIES = 200;
/** Each is asked so often; what is kept of it from the first time on is its terms. */
const ROUNDS = 5;
/** Distinct terms of either view, and how many a question and a section hold. */
const VIEWS = [
  { terms: 40_000, question: 14, section: 60 },
  { terms: 25_000, question: 30, section: 120 },
];

const scratch = await scratchDatabase();
const { db } = await import("../db/client");
const { edgeDb } = await import("../db/edge");
const { rankArticles } = await import("../server/knowledge/ranking/rank-articles");

async function fill(): Promise<void> {
  const articles = Math.ceil(PASSAGES / PER_ARTICLE);
  await db().execute(sql`select setseed(0.5)`);
  await db().execute(
    sql`insert into articles (id, slug) select 'a' || n, 'a' || n from generate_series(1, ${articles}::int) n`,
  );
  await db().execute(sql`
    insert into article_versions (id, article_id, locale, number, state, title, body)
    select 'v' || n, 'a' || n, 'en', 1, 'published', 'title ' || n, 'body' from generate_series(1, ${articles}::int) n`);
  await db().execute(sql`
    insert into chunks (id, version_id, position, text)
    select 'c' || n || '-' || part, 'v' || n, part, repeat('some text ', 60)
    from generate_series(1, ${articles}::int) n, generate_series(1, ${PER_ARTICLE - 1}::int) part`);
  await db().execute(sql`
    insert into index_entries (article_id, version_id, chunk_id, locale, audience, question, position, title_words, title_grams, body_words, body_grams, packed_postings)
    select 'a' || n, 'v' || n, case when part > 0 then 'c' || n || '-' || part end, 'en', 'public',
      case when part = 0 then 'title ' || n end, part, 0, 0, 0, 0, ''
    from generate_series(1, ${articles}::int) n, generate_series(0, ${PER_ARTICLE - 1}::int) part order by n, part`);
  const { rows: indexes } = await db().execute<{ definition: string }>(
    sql`select pg_get_indexdef('postings_impact_idx'::regclass) as definition`,
  );
  await db().execute(sql`drop index postings_impact_idx`);
  let first = 0;
  for (const [view, { terms, question, section }] of VIEWS.entries()) {
    await db().execute(sql`
      insert into terms (locale, view, token) select 'en', ${view}, 't' || n from generate_series(1, ${terms}::int) n`);
    await db().execute(sql`
      insert into postings (entry_id, term_id, audience, weight)
      select e.id, ${first}::int + floor(power(${terms}::float8, random()))::int, 'public', 40 + floor(random() * 160)::int
      from index_entries e, generate_series(1, case when e.question is null then ${section}::int else ${question}::int end)
      on conflict do nothing`);
    first += terms;
  }
  await db().execute(sql.raw(indexes[0]?.definition ?? ""));
  await db().execute(sql`
    update index_entries set packed_postings = held.packed from (
      select entry_id, replace(encode(string_agg(int4send(term_id) || int2send(weight), ''::bytea order by term_id), 'base64'), E'\n', '') as packed
      from postings group by entry_id
    ) held where held.entry_id = index_entries.id`);
  await db().execute(sql`
    update terms set articles = used.n from (select term_id, least(count(*), ${articles})::int as n from postings group by term_id) used
    where used.term_id = terms.id`);
  await db().execute(sql`
    insert into index_statistics (locale, articles, averages) values ('en', ${articles}, '{}')`);
  await db().execute(sql`vacuum analyze`);
}

/** Terms of a random question, `own` of either view, among `noise` drawn like those of any text. */
async function queryOf(own: number, noise: number): Promise<QueryTerm[]> {
  const question = Math.floor(Math.random() * (PASSAGES / PER_ARTICLE)) * PER_ARTICLE + 1;
  const { rows } = await db().execute<{ view: number; token: string }>(sql`
    (select t.view, t.token from terms t join postings p on p.term_id = t.id
      where p.entry_id = ${question}
      order by t.view, random() limit ${own})
    union select view, 't' || floor(power(25000::float8, random()))::int
    from generate_series(0, 1) view, generate_series(1, ${noise}::int)`);
  return rows.map((row) => ({ ...row, locale: "en" as const, weight: 1, own: true }));
}

async function measure(name: string, own: number, noise: number): Promise<void> {
  const queries = await Promise.all(Array.from({ length: QUERIES }, () => queryOf(own, noise)));
  const rounds = Array.from({ length: ROUNDS }, (): number[] => []);
  const bare: number[] = [];
  for (const times of rounds) {
    for (const terms of queries) {
      const asked = performance.now();
      await edgeDb().execute(sql`select 1`);
      const began = performance.now();
      bare.push(began - asked);
      await rankArticles(edgeDb(), { terms, preferred: "en", audiences: ["public"], now: new Date(), limit: 7 });
      times.push(performance.now() - began);
    }
  }
  const spread = (times: readonly number[]) =>
    `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`;
  process.stdout.write(
    `${name}: the first time ${spread(rounds[0] ?? [])}; each one's fastest of ${ROUNDS}: ${spread(fastest(rounds))} (select 1: ${spread(bare)})\n`,
  );
}

const began = performance.now();
await fill();
process.stderr.write(`filled in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
await measure("warm-up", 8, 10);
await measure("keywords (about 10 terms)", 6, 2);
await measure("a question (about 45 terms)", 14, 15);
await measure("a long message (over 100 terms)", 20, 60);
await scratch.stop();
