import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { conversationQuestions, resolutions } from "@/db/schema";
import type { QuestionState } from "@/lib/contracts/understanding";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict, notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { lockConversation } from "./load-conversation";

/** Not dealt with yet: the assistant had no answer, and so far no person either. */
const UNSETTLED = ["open", "handed_over"] as const satisfies readonly QuestionState[];
/** How a person may settle a question, or take that back. */
export const SETTLED_BY_HAND = ["answered", "dropped", "open"] as const satisfies readonly QuestionState[];

/** The reason of a resolution that nobody made: the customer left while questions were open. */
export const CUSTOMER_LEFT = "customer_left";

/** One question of a message that held several, as staff see it. `left`: it was dropped because the customer left. */
export type QuestionView = { id: string; text: string; state: QuestionState; left: boolean };

/** The questions of a conversation, in the order asked. */
export function selectQuestions(db: Executor, conversationId: string): Promise<QuestionView[]> {
  const { id, text, state, messageId, position } = conversationQuestions;
  const left = sql<boolean>`${state} = 'dropped' and exists (select 1 from ${resolutions}
    where ${resolutions.conversationId} = ${conversationId} and ${resolutions.reason} = ${CUSTOMER_LEFT}
      and ${resolutions.at} >= ${conversationQuestions.createdAt})`;
  return db
    .select({ id, text, state, left })
    .from(conversationQuestions)
    .where(eq(conversationQuestions.conversationId, conversationId))
    .orderBy(asc(messageId), asc(position));
}

/**
 * Moves every question that is not dealt with to another state; returns how many there were. What waits for an action of
 * its own is no part of a ticket that another one opened.
 */
export async function moveUnsettled(tx: Transaction, conversationId: string, state: QuestionState): Promise<number> {
  const { conversationId: of, state: now, intent } = conversationQuestions;
  const meant = state === "ticketed" ? isNull(intent) : undefined;
  const moved = await tx
    .update(conversationQuestions)
    .set({ state, intent: null })
    .where(and(eq(of, conversationId), inArray(now, UNSETTLED), meant))
    .returning({ id: conversationQuestions.id });
  return moved.length;
}

/** Settles a question that an action took, when it was done or called off, unless it was settled otherwise. */
export async function settleTaken(tx: Transaction, questionId: string, state: "answered" | "dropped"): Promise<void> {
  const open = and(eq(conversationQuestions.id, questionId), eq(conversationQuestions.state, "open"));
  await tx.update(conversationQuestions).set({ state }).where(open);
}

/**
 * Closes the checklist with the conversation. With a reason the open questions are dropped.
 * @throws ServiceError conflict `questions_open` with their count when there are some and no reason is given.
 */
export async function closeQuestions(tx: Transaction, conversationId: string, reason: string): Promise<void> {
  const unsettled = and(
    eq(conversationQuestions.conversationId, conversationId),
    inArray(conversationQuestions.state, UNSETTLED),
  );
  const count = await tx.$count(conversationQuestions, unsettled);
  if (count === 0) return;
  if (reason === "") throw conflict("questions_open", { count });
  await moveUnsettled(tx, conversationId, "dropped");
}

/**
 * An agent settles one question of a conversation, or opens it again.
 * @throws ServiceError not_found `question_not_found`.
 */
export async function settleQuestion({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; questionId: string; state: (typeof SETTLED_BY_HAND)[number] };
}): Promise<void> {
  const agent = requirePermission(ctx, "conversations:reply");
  await withTransaction(agent, async (tx) => {
    const conversation = await lockConversation(tx, agent.actor, input.conversationId);
    const one = and(
      eq(conversationQuestions.id, input.questionId),
      eq(conversationQuestions.conversationId, conversation.id),
    );
    const [row] = await tx.update(conversationQuestions).set({ state: input.state }).where(one).returning();
    if (!row) throw notFound("question_not_found");
    await emitEvent(tx, agent, {
      name: "conversation.question_settled",
      entityId: conversation.id,
      data: { questionId: row.id, state: row.state, epoch: conversation.epoch },
    });
  });
}
