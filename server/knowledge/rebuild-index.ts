import { and, eq } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { articles, articleVersions, indexEntries, indexStatistics, terms } from "@/db/schema";
import { isLocale, LOCALES, type Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { forbidden } from "@/server/errors";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import type { JobContext, JobHandler } from "@/server/jobs/registry";
import { withTransaction } from "@/server/transaction";
import { familyOf, loadIndexed } from "./index-families";
import { averageLengths } from "./index-lengths";
import { type PlannedEntry, planEntries } from "./index-plan";
import {
  analyzeIndex,
  averagesDrift,
  INDEX_FORMAT,
  type IndexStatistics,
  lockIndex,
  measureAverages,
} from "./index-statistics";
import type { AverageLengths } from "./posting-weights";
import { rewriteSynonyms } from "./rewrite-synonyms";
import { addEntries } from "./write-index";

/** Average lengths may wander this far from those the weights were computed with. */
const TOLERATED_DRIFT = 0.25;
const VERSIONS = 500;

export const REFRESH_INDEX_JOB = "knowledge.refresh_index";

/**
 * Writes a language's index anew from what is published, with fresh averages and document frequencies. The content
 * depends on the published text alone. For the system.
 */
export async function rebuildIndex({ ctx, input }: { ctx: ServiceContext; input: { locale: Locale } }): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  await withTransaction(ctx, (tx) => rebuild(tx, input.locale));
}

/** The recurring job: has the languages written anew whose index is of an older release or weighs by outdated lengths. */
export async function refreshIndex(ctx: JobContext): Promise<void> {
  for (const locale of LOCALES) {
    const [known] = await ctx.db.select().from(indexStatistics).where(eq(indexStatistics.locale, locale));
    if (!known || !(await isStale(ctx.db, locale, known))) continue;
    await enqueueJob(ctx.db, REFRESH_INDEX_JOB, { locale }, { key: locale });
  }
}

/** The job: writes the language it names anew when it still needs it. Readers have the old index until it commits. */
export const refreshIndexJob: JobHandler = async (ctx, { locale }) => {
  if (isLocale(locale)) await withTransaction(ctx, (tx) => refreshLocale(tx, locale));
};

/** Rebuilds one language when it needs it, and says whether it did. Two at once wait for each other: one rebuilds. */
export async function refreshLocale(tx: Transaction, locale: Locale): Promise<boolean> {
  if (!(await isStale(tx, locale, await lockIndex(tx, locale)))) return false;
  await rebuild(tx, locale);
  return true;
}

async function isStale(executor: Executor, locale: Locale, known: IndexStatistics): Promise<boolean> {
  if (known.articles === 0) return false;
  if (known.format < INDEX_FORMAT) return true;
  return averagesDrift(known.averages, await measureAverages(executor, locale)) > TOLERATED_DRIFT;
}

async function rebuild(tx: Transaction, locale: Locale): Promise<void> {
  const { format } = await lockIndex(tx, locale);
  if (format < INDEX_FORMAT) await rewriteSynonyms(tx, locale);
  await tx.delete(indexEntries).where(eq(indexEntries.locale, locale));
  await tx.delete(terms).where(eq(terms.locale, locale));
  const published = await publishedFamilies(tx, locale);
  const averages = await averagesOf(tx, locale, published);
  await tx
    .update(indexStatistics)
    .set({ articles: 0, averages, format: INDEX_FORMAT })
    .where(eq(indexStatistics.locale, locale));
  for (const versionIds of published) {
    await addEntries(tx, locale, await loadIndexed(tx, locale, versionIds), averages);
  }
  await analyzeIndex(tx);
}

/** The ids of a language's published versions, some hundreds at a time, no family in two parts. */
async function publishedFamilies(tx: Transaction, locale: Locale): Promise<string[][]> {
  const rows = await tx
    .select({ id: articleVersions.id, familyId: familyOf })
    .from(articleVersions)
    .innerJoin(articles, eq(articles.id, articleVersions.articleId))
    .where(and(eq(articleVersions.locale, locale), eq(articleVersions.state, "published")))
    .orderBy(familyOf, articles.id);
  const parts: string[][] = [];
  let last = "";
  for (const { id, familyId } of rows) {
    const part = parts.at(-1);
    if (part && (part.length < VERSIONS || familyId === last)) part.push(id);
    else parts.push([id]);
    last = familyId;
  }
  return parts;
}

async function averagesOf(
  tx: Transaction,
  locale: Locale,
  published: readonly (readonly string[])[],
): Promise<AverageLengths> {
  const entries: PlannedEntry[] = [];
  for (const versionIds of published) {
    entries.push(...(await loadIndexed(tx, locale, versionIds)).flatMap(planEntries));
  }
  return averageLengths(entries);
}
