import { and, eq, sql } from "drizzle-orm";
import { articleVersions, products, synonyms, terms } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import type { Listener } from "@/server/events/listeners";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import type { JobContext, JobHandler } from "@/server/jobs/registry";
import { withTransaction } from "@/server/transaction";
import { lockIndex } from "../index-statistics";
import { listSubjects } from "../list-subjects";
import { searchedForm, spokenForm, synonymTokens } from "../synonym-forms";
import { spokenNames } from "./spoken-names";

export const REFRESH_PINYIN_JOB = "knowledge.refresh_pinyin";

/** Changes that come together are read once. */
const SETTLES_MS = 5_000;
const LOCALE: Locale = "zh";

/** After articles or the catalogue changed: names may be new. */
export const readNamesAgain: Listener = async (ctx, event) => {
  if (event.data.locale !== undefined && event.data.locale !== LOCALE) return;
  await enqueueJob(ctx.db, REFRESH_PINYIN_JOB, {}, { runAt: new Date(event.at.getTime() + SETTLES_MS), key: "all" });
};

/** The job, and the sweep that catches what no event told of. */
export const refreshPinyinJob: JobHandler = (ctx) => refreshPinyin(ctx);

/**
 * Keeps, as synonyms that editors do not see, by which initials the names of products and of what articles are about are
 * typed: `ej` and `erji` find 耳机. Writes nothing while they are the same.
 */
export async function refreshPinyin(ctx: JobContext): Promise<void> {
  const { names, titles, latin } = await readNames(ctx);
  const spoken = spokenNames({ names, titles }, (letters) => latin.has(letters));
  const rows = [...spoken].map(([initials, meant]) => ({
    locale: LOCALE,
    origin: "pinyin" as const,
    words: [initials, ...meant],
    keys: [searchedForm(initials), spokenForm(initials)],
    tokens: synonymTokens(meant),
  }));
  const kept = and(eq(synonyms.locale, LOCALE), eq(synonyms.origin, "pinyin"));
  await withTransaction(ctx, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('synonyms pinyin'))`);
    const known = await tx.select({ words: synonyms.words, tokens: synonyms.tokens }).from(synonyms).where(kept);
    const told = (all: readonly { words: string[]; tokens: unknown }[]) =>
      all
        .map(({ words, tokens }) => JSON.stringify([words, tokens]))
        .sort()
        .join();
    if (told(known) === told(rows)) return;
    await lockIndex(tx, LOCALE);
    await tx.delete(synonyms).where(kept);
    if (rows.length > 0) await tx.insert(synonyms).values(rows);
  });
}

async function readNames({ db }: JobContext) {
  const goods = await db.select({ names: products.names, words: products.words }).from(products);
  const published = await db
    .select({ title: articleVersions.title })
    .from(articleVersions)
    .where(and(eq(articleVersions.locale, LOCALE), eq(articleVersions.state, "published")))
    .orderBy(articleVersions.articleId);
  const short = await db
    .select({ token: terms.token })
    .from(terms)
    .where(and(eq(terms.view, 0), sql`${terms.token} ~ '^[a-z]{2,8}$' and ${terms.articles} > 0`));
  return {
    names: [...goods.flatMap(({ names, words }) => [names.zh, ...words]), ...(await listSubjects(db))],
    titles: published.map(({ title }) => title),
    latin: new Set(short.map(({ token }) => token)),
  };
}
