import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { indexEntries, indexStatistics } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { TOKEN_VIEWS } from "@/lib/text/tokenise";
import { type IndexedVersion, type PlannedEntry, planEntries } from "./index-plan";
import { lockIndex } from "./index-statistics";
import { packPostings } from "./packed-postings";
import { type AverageLengths, postingWeights } from "./posting-weights";

const BATCH = 1000;

type WeighedEntry = ReturnType<typeof postingWeights> & {
  version: IndexedVersion;
  position: number;
  entry: PlannedEntry;
};

/**
 * Replaces what the index holds of these families in one language; what is not in `versions` of them is gone. A family
 * is a general article with its variants, or an article alone, and counts as one article. Runs in the publishing
 * transaction, so a reader sees the old text or the new one. Document frequencies follow.
 */
export async function replaceInIndex(
  tx: Transaction,
  locale: Locale,
  familyIds: readonly string[],
  versions: readonly IndexedVersion[],
): Promise<void> {
  const { averages } = await lockIndex(tx, locale);
  await removeEntries(tx, locale, familyIds);
  await addEntries(tx, locale, versions, averages);
}

async function removeEntries(tx: Transaction, locale: Locale, articleIds: readonly string[]): Promise<void> {
  for (let at = 0; at < articleIds.length; at += BATCH) {
    const ids = articleIds.slice(at, at + BATCH);
    const gone = and(eq(indexEntries.locale, locale), inArray(indexEntries.articleId, ids));
    await tx.execute(sql`
      with used as (
        select postings.term_id, count(distinct index_entries.article_id)::int as articles
        from index_entries join postings on postings.entry_id = index_entries.id
        where ${gone} group by postings.term_id
      )
      update terms set articles = terms.articles - used.articles from used where terms.id = used.term_id`);
    const removed = await tx.delete(indexEntries).where(gone).returning({ articleId: indexEntries.articleId });
    await countArticles(tx, locale, -new Set(removed.map(({ articleId }) => articleId)).size);
  }
}

/** Adds versions to a locked index that holds nothing of their families; those of one family stand together. */
export async function addEntries(
  tx: Transaction,
  locale: Locale,
  versions: readonly IndexedVersion[],
  averages: AverageLengths,
): Promise<void> {
  let batch: WeighedEntry[] = [];
  for (const [at, version] of versions.entries()) {
    const entries = planEntries(version).map((entry, position) => ({ version, position, entry }));
    batch.push(...entries.map((each) => ({ ...each, ...postingWeights(each.entry, averages) })));
    if (batch.length >= BATCH && versions[at + 1]?.familyId !== version.familyId) {
      await writeBatch(tx, locale, batch);
      batch = [];
    }
  }
  await writeBatch(tx, locale, batch);
  await countArticles(tx, locale, new Set(versions.map(({ familyId }) => familyId)).size);
}

async function writeBatch(tx: Transaction, locale: Locale, batch: readonly WeighedEntry[]): Promise<void> {
  if (batch.length === 0) return;
  const termIds = await insertTerms(tx, locale, batch);
  const held = batch.map(({ postings }) =>
    postings.map(({ view, token, weight }) => ({
      term: termIds.get(termKey(TOKEN_VIEWS.indexOf(view), token)) ?? 0,
      weight,
    })),
  );
  const entryIds = await insertEntries(tx, locale, batch, held);
  const rows = batch.flatMap(({ version, position }, at) =>
    (held[at] ?? []).map((posting) => ({
      ...posting,
      entry: entryIds.get(`${version.versionId} ${position}`) ?? 0,
      audience: version.audience,
    })),
  );
  await tx.execute(sql`
    insert into postings (entry_id, term_id, audience, weight)
    select * from unnest(${arrayOf(rows.map(({ entry }) => entry))}::int[], ${arrayOf(rows.map(({ term }) => term))}::int[],
      ${arrayOf(rows.map((row) => row.audience))}::article_audience[], ${arrayOf(rows.map(({ weight }) => weight))}::smallint[])
      as p(entry_id, term_id, audience, weight) order by term_id, entry_id`);
}

async function insertEntries(
  tx: Transaction,
  locale: Locale,
  batch: readonly WeighedEntry[],
  held: readonly (readonly { term: number; weight: number }[])[],
): Promise<Map<string, number>> {
  const rows = batch.map(({ version, position, entry, lengths }, at) => ({
    articleId: version.familyId,
    versionId: version.versionId,
    audience: version.audience,
    locale,
    position,
    chunkId: entry.chunkId,
    question: entry.question,
    titleWords: lengths.words.title,
    titleGrams: lengths.grams.title,
    bodyWords: lengths.words.body,
    bodyGrams: lengths.grams.body,
    packedPostings: packPostings(held[at] ?? []),
  }));
  const stored = await tx
    .insert(indexEntries)
    .values(rows)
    .returning({ id: indexEntries.id, versionId: indexEntries.versionId, position: indexEntries.position });
  return new Map(stored.map(({ id, versionId, position }) => [`${versionId} ${position}`, id]));
}

/** Terms are written in their order; two publications can only meet at the language's lock, but a rebuild reads the same way. */
async function insertTerms(
  tx: Transaction,
  locale: Locale,
  batch: readonly WeighedEntry[],
): Promise<Map<string, number>> {
  const users = new Map<string, { view: number; token: string; articles: Set<string> }>();
  for (const { version, postings } of batch) {
    for (const { view: name, token } of postings) {
      const view = TOKEN_VIEWS.indexOf(name);
      const key = termKey(view, token);
      const known = users.get(key) ?? { view, token, articles: new Set<string>() };
      users.set(key, known);
      known.articles.add(version.familyId);
    }
  }
  const rows = [...users.values()].map(({ view, token, articles }) => ({ view, token, articles: articles.size }));
  const { rows: stored } = await tx.execute<{ id: number; view: number; token: string }>(sql`
    insert into terms (locale, view, token, articles)
    select ${locale}, t.view, t.token, t.articles
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(view smallint, token text, articles int)
    order by t.view, t.token collate "C"
    on conflict (locale, view, token) do update set articles = terms.articles + excluded.articles
    returning id, view, token`);
  return new Map(stored.map(({ id, view, token }) => [termKey(view, token), id]));
}

async function countArticles(tx: Transaction, locale: Locale, change: number): Promise<void> {
  if (change === 0) return;
  await tx
    .update(indexStatistics)
    .set({ articles: sql`${indexStatistics.articles} + ${change}` })
    .where(eq(indexStatistics.locale, locale));
}

const termKey = (view: number, token: string): string => `${view} ${token}`;
const arrayOf = (values: readonly (number | string)[]): string => `{${values.join(",")}}`;
