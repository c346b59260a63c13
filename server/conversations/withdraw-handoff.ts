import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handoffs } from "@/db/schema";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { appendActivity } from "./append-message";
import { type ConversationRow, lockConversation } from "./load-conversation";
import { moveConversation } from "./move-conversation";

/**
 * Takes a locked, queued conversation out of the queue, back to the assistant: the place is given up, both sides see why.
 * @throws ServiceError conflict `illegal_move` when it is not queued.
 */
export async function leaveQueue(
  tx: Transaction,
  ctx: ServiceContext,
  conversation: ConversationRow,
  outcome: "withdrawn" | "left_message",
): Promise<ConversationRow> {
  const changes = { queuedAt: null, waitingSince: null };
  const moved = await moveConversation(tx, ctx, conversation, "withdraw", { assigneeId: null }, changes);
  await tx
    .update(handoffs)
    .set({ outcome })
    .where(and(eq(handoffs.conversationId, conversation.id), isNull(handoffs.outcome)));
  const activity = outcome === "withdrawn" ? "handoff_withdrawn" : "left_message";
  await appendActivity(tx, ctx, conversation.id, activity);
  await emitEvent(tx, ctx, {
    name: "conversation.withdrawn",
    entityId: conversation.id,
    data: { outcome, groupId: moved.skillGroupId, version: moved.version, epoch: moved.epoch },
  });
  return moved;
}

/**
 * The customer leaves the queue, back to the assistant, or because a message was left instead. Idempotent there.
 * @throws ServiceError conflict `illegal_move` once a person has taken the conversation.
 */
export async function withdrawHandoff({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; outcome?: "withdrawn" | "left_message" };
}): Promise<ConversationRow> {
  const customer = requireCustomer(ctx);
  return withTransaction(customer, async (tx) => {
    const conversation = await lockConversation(tx, customer.actor, input.conversationId);
    if (conversation.status === "assistant") return conversation;
    return leaveQueue(tx, customer, conversation, input.outcome ?? "withdrawn");
  });
}
