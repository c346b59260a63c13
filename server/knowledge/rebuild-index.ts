import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articleVersions, chunks, indexEntries, indexStatistics, terms } from "@/db/schema";
import { LOCALES, type Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { forbidden } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { averageLengths } from "./index-lengths";
import { type PlannedEntry, planEntries } from "./index-plan";
import { averagesDrift, lockIndex, measureAverages } from "./index-statistics";
import type { AverageLengths } from "./posting-weights";
import { indexedVersions } from "./put-in-force";
import { addEntries } from "./write-index";

/** Average lengths may wander this far from those the weights were computed with. */
const TOLERATED_DRIFT = 0.25;
const VERSIONS = 500;

/**
 * Writes a language's index anew from what is published, with fresh averages and document frequencies. The content
 * depends on the published text alone. For the system.
 */
export async function rebuildIndex({ ctx, input }: { ctx: ServiceContext; input: { locale: Locale } }): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  await withTransaction(ctx, (tx) => rebuild(tx, input.locale));
}

/** Rebuilds the languages whose texts have become longer or shorter than their weights assume. The recurring job. */
export async function refreshIndex({ ctx }: { ctx: ServiceContext }): Promise<Locale[]> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const rebuilt: Locale[] = [];
  for (const locale of LOCALES) {
    if (await withTransaction(ctx, (tx) => refreshLocale(tx, locale))) rebuilt.push(locale);
  }
  return rebuilt;
}

/** Rebuilds one language when it needs it, and says whether it did. */
export async function refreshLocale(tx: Transaction, locale: Locale): Promise<boolean> {
  const { articles, averages } = await lockIndex(tx, locale);
  if (articles === 0 || averagesDrift(averages, await measureAverages(tx, locale)) <= TOLERATED_DRIFT) return false;
  await rebuild(tx, locale);
  return true;
}

async function rebuild(tx: Transaction, locale: Locale): Promise<void> {
  await lockIndex(tx, locale);
  await tx.delete(indexEntries).where(eq(indexEntries.locale, locale));
  await tx.delete(terms).where(eq(terms.locale, locale));
  const published = await tx
    .select()
    .from(articleVersions)
    .where(and(eq(articleVersions.locale, locale), eq(articleVersions.state, "published")))
    .orderBy(articleVersions.articleId);
  const averages = await averagesOf(tx, locale, published);
  await tx.update(indexStatistics).set({ articles: 0, averages }).where(eq(indexStatistics.locale, locale));
  for (let at = 0; at < published.length; at += VERSIONS) {
    await addEntries(tx, locale, await loadIndexed(tx, locale, published.slice(at, at + VERSIONS)), averages);
  }
}

type VersionRow = typeof articleVersions.$inferSelect;

async function loadIndexed(tx: Transaction, locale: Locale, versions: readonly VersionRow[]) {
  const ids = versions.map(({ id }) => id);
  const rows = await tx.select().from(chunks).where(inArray(chunks.versionId, ids)).orderBy(chunks.position);
  return indexedVersions(
    tx,
    locale,
    versions,
    Map.groupBy(rows, ({ versionId }) => versionId),
  );
}

async function averagesOf(tx: Transaction, locale: Locale, published: readonly VersionRow[]): Promise<AverageLengths> {
  const entries: PlannedEntry[] = [];
  for (let at = 0; at < published.length; at += VERSIONS) {
    entries.push(...(await loadIndexed(tx, locale, published.slice(at, at + VERSIONS))).flatMap(planEntries));
  }
  return averageLengths(entries);
}
