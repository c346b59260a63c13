import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { assignments, handoffs, resolutions } from "@/db/schema";
import type { Activity } from "@/lib/contracts/conversations";
import { requireCustomer, requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { appendActivity } from "./append-message";
import { type ConversationRow, lockConversation } from "./load-conversation";
import { moveConversation } from "./move-conversation";
import { CUSTOMER_LEFT, closeQuestions, moveUnsettled } from "./questions";

type Closing = { kind: "assumed" | "confirmed"; staffId: string | null; reason: string | null; activity?: Activity };

async function close(
  tx: Transaction,
  ctx: ServiceContext,
  conversation: ConversationRow,
  by: Closing,
): Promise<ConversationRow> {
  const [served] = await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(eq(assignments.conversationId, conversation.id))
    .limit(1);
  const changes = { resolvedAt: ctx.now, queuedAt: null, waitingSince: null };
  const moved = await moveConversation(tx, ctx, conversation, "resolve", { assigneeId: null }, changes);
  await tx.insert(resolutions).values({
    conversationId: conversation.id,
    kind: by.kind,
    byStaffId: by.staffId ?? conversation.assigneeId,
    withPerson: served !== undefined,
    reason: by.reason,
    at: ctx.now,
  });
  await tx
    .update(handoffs)
    .set({ outcome: "withdrawn" })
    .where(and(eq(handoffs.conversationId, conversation.id), isNull(handoffs.outcome)));
  await appendActivity(tx, ctx, conversation.id, by.activity ?? "resolved");
  await emitEvent(tx, ctx, {
    name: "conversation.resolved",
    entityId: conversation.id,
    data: {
      kind: by.kind,
      staffId: by.staffId,
      groupId: moved.skillGroupId,
      version: moved.version,
      epoch: moved.epoch,
    },
  });
  return moved;
}

/** Nobody said anything for long: it is taken for solved, unless questions are open, which are dropped as the customer left. */
export async function closeSilently(
  tx: Transaction,
  ctx: ServiceContext,
  conversation: ConversationRow,
): Promise<ConversationRow> {
  const open = await moveUnsettled(tx, conversation.id, "dropped");
  const reason = open > 0 ? CUSTOMER_LEFT : null;
  return close(tx, ctx, conversation, { kind: "assumed", staffId: null, reason, activity: "closed_idle" });
}

/**
 * Staff close a conversation: the holder, or anybody while nobody holds it. Idempotent on a resolved one.
 * @param input.reason why it is closed although a question of it is open; those are dropped then.
 * @throws ServiceError conflict `not_assignee`, `questions_open` while one is open and no reason is given.
 */
export async function resolveConversation({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; reason?: string };
}): Promise<ConversationRow> {
  const agent = requirePermission(ctx, "conversations:reply");
  return withTransaction(agent, async (tx) => {
    const conversation = await lockConversation(tx, agent.actor, input.conversationId);
    if (conversation.status === "resolved") return conversation;
    const supervises = agent.actor.role === "manager" || agent.actor.role === "admin";
    const holds = conversation.assigneeId === null || conversation.assigneeId === agent.actor.staffId;
    if (!holds && !supervises) throw conflict("not_assignee");
    const reason = input.reason ?? "";
    await closeQuestions(tx, conversation.id, reason);
    return close(tx, agent, conversation, { kind: "assumed", staffId: agent.actor.staffId, reason: reason || null });
  });
}

/** The customer confirms that it is settled. Idempotent on a resolved conversation. */
export async function confirmResolution({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string };
}): Promise<ConversationRow> {
  const customer = requireCustomer(ctx);
  return withTransaction(customer, async (tx) => {
    const conversation = await lockConversation(tx, customer.actor, input.conversationId);
    if (conversation.status === "resolved") return conversation;
    await moveUnsettled(tx, conversation.id, "answered");
    return close(tx, customer, conversation, { kind: "confirmed", staffId: null, reason: null });
  });
}
