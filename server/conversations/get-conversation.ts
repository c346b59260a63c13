import { desc, eq, sql } from "drizzle-orm";
import { conversations, type HandoffCard, handoffs, messages, readMarks, skillGroups } from "@/db/schema";
import type { HandoffReason } from "@/lib/contracts/conversations";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { type ConversationSummary, selectSummaries } from "./list-conversations";
import { type QuestionView, selectQuestions } from "./questions";
import { type ConversationRating, selectRatings } from "./select-ratings";
import { undoableResolution } from "./undoable-resolution";

export type ConversationDetail = ConversationSummary & {
  epoch: number;
  skillGroupId: string | null;
  skillGroupName: Record<string, string> | null;
  /** The last row the customer has read, in staff numbering; 0 = none. */
  customerReadSeq: number;
  /** Whether the reader resolved it and can still take that back. */
  undoable: boolean;
  /** The questions of messages that held several, each with what became of it. */
  questions: QuestionView[];
  /** What the customer said of its resolutions. */
  ratings: ConversationRating[];
  handoff: { reason: HandoffReason; card: HandoffCard; requestedAt: string } | null;
};

/** A conversation's head for staff: who, what state, who holds it, and the latest handoff card, and how it was rated. */
export async function getConversation({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string };
}): Promise<ConversationDetail> {
  const agent = requirePermission(ctx, "conversations:read");
  const [summary] = await selectSummaries(agent, sql`c.id = ${input.conversationId}`, sql`c.id`);
  if (!summary) throw notFound("conversation_not_found");
  const [head] = await ctx.db
    .select({
      epoch: conversations.epoch,
      skillGroupId: conversations.skillGroupId,
      skillGroupName: skillGroups.name,
      customerReadSeq: sql<number>`coalesce((select max(m.seq) from ${messages} m
        join ${readMarks} r on r.conversation_id = m.conversation_id and r.reader = ${conversations.customerId}
        where m.conversation_id = ${conversations.id} and m.public_seq <= r.seq), 0)`,
    })
    .from(conversations)
    .leftJoin(skillGroups, eq(skillGroups.id, conversations.skillGroupId))
    .where(eq(conversations.id, input.conversationId));
  const [handoff] = await ctx.db
    .select({ reason: handoffs.reason, card: handoffs.card, requestedAt: handoffs.requestedAt })
    .from(handoffs)
    .where(eq(handoffs.conversationId, input.conversationId))
    .orderBy(desc(handoffs.requestedAt))
    .limit(1);
  if (!head) throw notFound("conversation_not_found");
  const resolution = summary.status === "resolved" ? await undoableResolution(ctx.db, agent, summary.id) : null;
  return {
    ...summary,
    ...head,
    questions: await selectQuestions(ctx.db, summary.id),
    ratings: await selectRatings(ctx.db, summary.id),
    undoable: resolution !== null && !resolution.rated,
    handoff: handoff ? { ...handoff, requestedAt: handoff.requestedAt.toISOString() } : null,
  };
}
