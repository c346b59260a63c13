import { and, eq, inArray } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { articleVersions, gaps } from "@/db/schema";
import type { Suggestion } from "@/lib/contracts/gaps";
import type { Locale } from "@/lib/i18n";
import { conflict, notFound } from "@/server/errors";
import { type GapMove, gapAfter } from "./transitions";

export type GapRow = typeof gaps.$inferSelect;

/**
 * Loads a gap and holds it for the transaction, for a move from where it stands.
 * @param version what was looked at; absent: whatever it is.
 * @throws ServiceError not_found `gap_not_found`; conflict `gap_closed` when somebody was faster, `gap_changed`.
 */
export async function lockGap(tx: Transaction, gapId: string, move: GapMove, version?: number): Promise<GapRow> {
  const [gap] = await tx.select().from(gaps).where(eq(gaps.id, gapId)).for("update");
  if (!gap || gap.state === "gathering") throw notFound("gap_not_found");
  if (gapAfter(gap.state, move) === null) throw conflict("gap_closed");
  if (version !== undefined && version !== gap.version) throw conflict("gap_changed");
  return gap;
}

/** What is published and what is being written of the article a suggestion extends. */
export async function loadExtended(db: Executor, articleId: string, locale: Locale) {
  const rows = await db
    .select()
    .from(articleVersions)
    .where(
      and(
        eq(articleVersions.articleId, articleId),
        eq(articleVersions.locale, locale),
        inArray(articleVersions.state, ["draft", "in_review", "published"]),
      ),
    );
  return {
    published: rows.find(({ state }) => state === "published") ?? null,
    draft: rows.find(({ state }) => state !== "published") ?? null,
  };
}

/** What is approved: the suggestion, or only its wordings for another article. @throws ServiceError conflict `gap_changed`. */
export function approvedOf(gap: GapRow, into: string | undefined): Suggestion {
  if (!gap.suggestion) throw conflict("gap_changed");
  if (!into) return gap.suggestion;
  const { title, questions } = gap.suggestion;
  const wordings = gap.suggestion.kind === "article" ? [title, ...questions] : questions;
  return { kind: "wordings", articleId: into, title: "", questions: wordings, body: "", reply: null };
}
