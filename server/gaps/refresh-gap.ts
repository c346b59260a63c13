import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { gapQuestions, gaps } from "@/db/schema";
import type { GapState } from "@/lib/contracts/gaps";
import { selectRows } from "@/server/sql";
import { chooseReply } from "./choose-reply";
import { findArticles } from "./find-articles";
import { loadReplies } from "./load-replies";
import type { Reading } from "./reading";
import { type GapQuestion, isWorthwhile, leadOf, suggest } from "./suggest";
import { askedFor } from "./terms";
import { gapAfter } from "./transitions";

type GapRow = typeof gaps.$inferSelect;

/** Questions a suggestion is made from. */
const MOST = 200;
/** A dismissal is a person's word: so many customers later they are asked again. */
const ENOUGH_AFTER_DISMISSAL = 3;

/** Brings a gap's figures, state and suggestion up to date with its questions; one without questions is removed. */
export async function refreshGap(tx: Transaction, reading: Reading, gapId: string, now: Date): Promise<void> {
  const [gap] = await tx.select().from(gaps).where(eq(gaps.id, gapId)).for("update");
  if (!gap) return;
  if (!(await tx.$count(gapQuestions, eq(gapQuestions.gapId, gapId)))) {
    if (gap.state === "open" || gap.state === "gathering") await tx.delete(gaps).where(eq(gaps.id, gapId));
    return;
  }
  const reopened = await mayReopen(tx, gap);
  const settledUntil = reopened ? gap.closedAt : gap.settledUntil;
  const questions = await questionsSince(tx, gapId, settledUntil);
  if (questions.length === 0) return;
  const listed = gap.state === "gathering" && isWorthwhile(questions);
  const state = stateAfter(gap.state, reopened ? "ask_again" : listed ? "list" : null);
  const closed = state === "published" || state === "dismissed";
  const suggestion = closed ? gap.suggestion : await suggestionFor(tx, reading, { ...gap, settledUntil }, questions);
  const changed = sql`(${gaps.state} <> ${state} or ${gaps.suggestion} is distinct from ${json(suggestion)})`;
  await tx
    .update(gaps)
    .set({
      state,
      suggestion,
      suggestedAt: now,
      settledUntil,
      title: leadOf(questions)?.text ?? gap.title,
      ...(await figures(tx, gapId, settledUntil)),
      version: sql`${gaps.version} + ${changed}::int`,
      ...(reopened && { closedAt: null, closedBy: null, reason: null }),
    })
    .where(eq(gaps.id, gapId));
}

async function suggestionFor(tx: Transaction, reading: Reading, gap: GapRow, questions: readonly GapQuestion[]) {
  const articles = await findArticles(tx, gap, questions);
  const reply = chooseReply(
    await loadReplies(tx, reading, gap),
    questions.flatMap(({ terms }) => terms),
  );
  return suggest({ questions, ...articles, reply });
}

const json = (value: unknown) => (value === null ? sql`null::jsonb` : sql`${JSON.stringify(value)}::jsonb`);

const stateAfter = (state: GapState, move: "ask_again" | "list" | null): GapState =>
  (move && gapAfter(state, move)) ?? state;

/** Whether what was closed was asked again badly since, often enough. */
async function mayReopen(tx: Transaction, gap: GapRow): Promise<boolean> {
  if (!gap.closedAt || (gap.state !== "published" && gap.state !== "dismissed")) return false;
  const since = await questionsSince(tx, gap.id, gap.closedAt);
  if (gap.state === "published") return isWorthwhile(since);
  const conversations = new Set(since.map(({ conversationId }) => conversationId));
  return gap.reason !== "out_of_scope" && conversations.size >= ENOUGH_AFTER_DISMISSAL;
}

async function questionsSince(tx: Transaction, gapId: string, since: Date | null): Promise<GapQuestion[]> {
  const rows = await tx
    .select()
    .from(gapQuestions)
    .where(and(eq(gapQuestions.gapId, gapId), since ? gt(gapQuestions.askedAt, since) : undefined))
    .orderBy(asc(gapQuestions.askedAt), asc(gapQuestions.id))
    .limit(MOST);
  return rows.map(({ text, terms, label, source, conversationId }) => ({
    ...askedFor(text, terms, label),
    text,
    source,
    conversationId,
  }));
}

async function figures(tx: Transaction, gapId: string, since: Date | null) {
  const [row] = await selectRows<{ questions: number; handoffs: number; last: string | null }>(
    tx,
    sql`select count(*)::int as questions, to_json(max(q.asked_at)) #>> '{}' as last,
      count(distinct q.conversation_id) filter (where exists (
        select from handoffs h where h.conversation_id = q.conversation_id and h.requested_at > q.asked_at))::int as handoffs
    from gap_questions q where q.gap_id = ${gapId}
      and q.asked_at > coalesce(${since?.toISOString() ?? null}::timestamptz, '-infinity')`,
  );
  if (!row?.last) return {};
  const { questions, handoffs, last } = row;
  return { questions, handoffs, cost: questions + handoffs, lastAskedAt: new Date(last) };
}
