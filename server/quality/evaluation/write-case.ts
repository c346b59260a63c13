import { eq, inArray, isNull } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { articles, goldenCaseArticles, goldenCases } from "@/db/schema";
import { CASES_LIMIT, type CaseOrigin, type SaveCaseInput } from "@/lib/contracts/evaluation";
import { conflict, notFound } from "@/server/errors";
import { violatedConstraint } from "@/server/transaction";
import { caseKey } from "./case-key";

type Writing = Omit<SaveCaseInput, "caseId"> & { origin: CaseOrigin; staffId: string | null; at: Date };

/** @throws ServiceError not_found `article_not_found`: an article that nobody ever wrote. */
export async function requireArticles(db: Executor, articleIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(articleIds)];
  if (wanted.length === 0) return;
  if ((await db.$count(articles, inArray(articles.id, wanted))) < wanted.length) throw notFound("article_not_found");
}

async function accept(tx: Transaction, caseId: string, articleIds: readonly string[]): Promise<void> {
  const rows = [...new Set(articleIds)].map((articleId) => ({ caseId, articleId }));
  await tx.delete(goldenCaseArticles).where(eq(goldenCaseArticles.caseId, caseId));
  if (rows.length > 0) await tx.insert(goldenCaseArticles).values(rows);
}

/**
 * Stores a new case. @throws ServiceError conflict `case_exists` when the same is asked already, `cases_limit`;
 * not_found `article_not_found`.
 */
export async function insertCase(tx: Transaction, writing: Writing): Promise<string> {
  const { locale, question, earlier, expected, articleIds, note, origin, staffId, at } = writing;
  await requireArticles(tx, articleIds);
  if ((await tx.$count(goldenCases, isNull(goldenCases.archivedAt))) >= CASES_LIMIT)
    throw conflict("cases_limit", { limit: CASES_LIMIT });
  const row = { locale, question, earlier, expected, note, origin, staffId, changedAt: at, createdAt: at };
  const [stored] = await tx
    .insert(goldenCases)
    .values({ ...row, key: await caseKey(writing) })
    .onConflictDoNothing()
    .returning({ id: goldenCases.id });
  if (!stored) throw conflict("case_exists");
  await accept(tx, stored.id, articleIds);
  return stored.id;
}

/** Writes a case anew. @throws ServiceError as `insertCase`, and not_found `case_not_found`. */
export async function rewriteCase(
  tx: Transaction,
  caseId: string,
  writing: Omit<Writing, "origin" | "staffId">,
): Promise<void> {
  const { locale, question, earlier, expected, articleIds, note, at } = writing;
  const [before] = await tx.select().from(goldenCases).where(eq(goldenCases.id, caseId)).for("update");
  if (!before) throw notFound("case_not_found");
  await requireArticles(tx, articleIds);
  const key = await caseKey(writing);
  const accepted = await tx
    .select({ id: goldenCaseArticles.articleId })
    .from(goldenCaseArticles)
    .where(eq(goldenCaseArticles.caseId, caseId));
  const same =
    key === before.key &&
    expected === before.expected &&
    new Set([...articleIds, ...accepted.map(({ id }) => id)]).size === accepted.length &&
    new Set(articleIds).size === accepted.length;
  const row = { locale, question, earlier, expected, note, key, changedAt: same ? before.changedAt : at };
  try {
    await tx.update(goldenCases).set(row).where(eq(goldenCases.id, caseId));
  } catch (error) {
    if (violatedConstraint(error) === "golden_cases_key") throw conflict("case_exists");
    throw error;
  }
  await accept(tx, caseId, articleIds);
}
