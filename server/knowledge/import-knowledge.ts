import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articleVersions } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { newId } from "@/lib/ids";
import { requirePermission, type ServiceContext } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { ensureCategories } from "./import-categories";
import { analyzeIndex } from "./index-statistics";
import type { VersionRow } from "./load-article";
import { type ImportedArticle, matchArticles } from "./match-articles";
import type { LocalisedEntry } from "./parse-import";
import { primeAverages } from "./prime-averages";
import { putInForce } from "./put-in-force";
import { refreshLocale } from "./rebuild-index";

const BATCH = 200;

type ImportCounts = { created: number; updated: number; unchanged: number };

/**
 * Publishes entries, in batches that each commit by themselves; an entry known by its id (or address, when it has no id)
 * gets a new version when it differs and none when it does not, so an import that was cut is simply run again. What it
 * returns is answerable. A variant may name an article of the same import. For editors and the system.
 * @param onProgress told after each batch how many of the entries are done.
 */
export async function importKnowledge({
  ctx,
  input,
  onProgress,
}: {
  ctx: ServiceContext;
  input: { entries: readonly LocalisedEntry[] };
  onProgress?: (done: number, total: number) => void;
}): Promise<ImportCounts> {
  const importer = ctx.actor.kind === "system" ? ctx : requirePermission(ctx, "knowledge:write");
  const counts: ImportCounts = { created: 0, updated: 0, unchanged: 0 };
  let done = 0;
  for (const [locale, entries] of Map.groupBy(input.entries, (entry) => entry.locale)) {
    const generalFirst = entries.toSorted(
      (one, other) => Number(one.variantOf !== null) - Number(other.variantOf !== null),
    );
    for (let at = 0; at < generalFirst.length; at += BATCH) {
      const batch = generalFirst.slice(at, at + BATCH);
      const outcome = await withTransaction(importer, (tx) => importBatch(tx, importer, locale, batch));
      for (const key of ["created", "updated", "unchanged"] as const) counts[key] += outcome[key];
      done += batch.length;
      onProgress?.(done, input.entries.length);
    }
    await withTransaction(importer, (tx) => refreshLocale(tx, locale));
  }
  await analyzeIndex(importer.db);
  return counts;
}

async function importBatch(
  tx: Transaction,
  ctx: ServiceContext,
  locale: Locale,
  entries: readonly LocalisedEntry[],
): Promise<ImportCounts> {
  const names = entries.flatMap(({ category }) => category ?? []);
  const categoryIds = await ensureCategories(tx, locale, names);
  const matched = await matchArticles(tx, entries, categoryIds);
  const current = await publishedNow(tx, locale, matched);
  const changed = matched.filter(({ articleId, entry }) => !saysTheSame(current.get(articleId), entry));
  if (changed.length > 0) await publishEntries(tx, ctx, locale, changed);
  const created = changed.filter(({ articleId }) => !current.has(articleId)).length;
  return { created, updated: changed.length - created, unchanged: entries.length - changed.length };
}

async function publishedNow(
  tx: Transaction,
  locale: Locale,
  matched: readonly ImportedArticle[],
): Promise<Map<string, VersionRow>> {
  const ids = matched.map(({ articleId }) => articleId);
  const rows = await tx
    .select()
    .from(articleVersions)
    .where(
      and(
        eq(articleVersions.locale, locale),
        eq(articleVersions.state, "published"),
        inArray(articleVersions.articleId, ids),
      ),
    );
  return new Map(rows.map((row) => [row.articleId, row]));
}

function saysTheSame(row: VersionRow | undefined, { title, body, questions }: LocalisedEntry): boolean {
  if (!row || row.title !== title || row.body !== body) return false;
  return JSON.stringify(row.questions) === JSON.stringify(questions);
}

async function publishEntries(
  tx: Transaction,
  ctx: ServiceContext,
  locale: Locale,
  changed: readonly ImportedArticle[],
): Promise<void> {
  const ids = changed.map(({ articleId }) => articleId);
  const ofThese = and(eq(articleVersions.locale, locale), inArray(articleVersions.articleId, ids));
  await tx
    .update(articleVersions)
    .set({ state: "archived" })
    .where(and(ofThese, eq(articleVersions.state, "published")));
  const numbers = await tx
    .select({ articleId: articleVersions.articleId, last: sql<number>`max(${articleVersions.number})::int` })
    .from(articleVersions)
    .where(ofThese)
    .groupBy(articleVersions.articleId);
  const last = new Map(numbers.map((row) => [row.articleId, row.last]));
  const versions = changed.map(({ articleId, entry: { title, questions, body } }) => {
    const number = (last.get(articleId) ?? 0) + 1;
    return { id: newId("articleVersion"), articleId, locale, number, title, questions, body };
  });
  const authorId = ctx.actor.kind === "staff" ? ctx.actor.staffId : null;
  await tx
    .insert(articleVersions)
    .values(versions.map((version) => ({ ...version, authorId, state: "published" as const, publishAt: ctx.now })));
  await primeAverages(tx, locale, versions);
  await putInForce(tx, locale, versions, "imported");
  for (const { id, articleId, number } of versions) {
    await emitEvent(tx, ctx, {
      name: "article.published",
      entityId: articleId,
      data: { locale, versionId: id, number },
    });
  }
}
