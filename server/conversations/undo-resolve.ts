import { and, desc, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { assignments, handoffs, resolutions } from "@/db/schema";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { appendActivity } from "./append-message";
import { type ConversationRow, lockConversation } from "./load-conversation";
import { moveConversation } from "./move-conversation";
import { undoableResolution } from "./undoable-resolution";

/** When the customer's oldest unanswered message came; resolving forgot it. */
async function unansweredSince(tx: Transaction, conversationId: string): Promise<Date | null> {
  const result = await tx.execute<{ since: string | null }>(sql`
    select to_json(min(m.created_at)) #>> '{}' as since from messages m
    where m.conversation_id = ${conversationId} and m.kind = 'incoming' and m.seq > coalesce(
      (select max(o.seq) from messages o where o.conversation_id = m.conversation_id and o.kind = 'outgoing'), 0)`);
  const since = result.rows[0]?.since;
  return since ? new Date(since) : null;
}

async function putBack(
  tx: Transaction,
  ctx: ServiceContext,
  conversation: ConversationRow,
  at: Date,
): Promise<ConversationRow> {
  const waitingSince = await unansweredSince(tx, conversation.id);
  const [holder] = await tx
    .select({ staffId: assignments.staffId })
    .from(assignments)
    .where(and(eq(assignments.conversationId, conversation.id), eq(assignments.until, at)))
    .limit(1);
  const [handoff] = await tx
    .select()
    .from(handoffs)
    .where(eq(handoffs.conversationId, conversation.id))
    .orderBy(desc(handoffs.requestedAt))
    .limit(1);
  const changes = { resolvedAt: null, waitingSince, queuedAt: handoff?.requestedAt ?? null };
  if (holder) {
    const back = { assigneeId: holder.staffId, why: "claimed" } as const;
    return moveConversation(tx, ctx, conversation, "undo_resolve", back, changes);
  }
  if (handoff?.outcome !== "withdrawn" || handoff.acceptedAt) {
    return moveConversation(tx, ctx, conversation, "reopen_assistant", { assigneeId: null }, changes);
  }
  await tx.update(handoffs).set({ outcome: null }).where(eq(handoffs.id, handoff.id));
  return moveConversation(tx, ctx, conversation, "reopen_queue", { assigneeId: null }, changes);
}

/**
 * Takes back one's own resolution: the conversation is held, queued or with the assistant as before, and the
 * resolution counts nowhere. Idempotent on a conversation that is open.
 * @throws ServiceError conflict `undo_expired` (somebody else's, the customer's, or too old), `already_rated`.
 */
export async function undoResolve({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string };
}): Promise<ConversationRow> {
  const agent = requirePermission(ctx, "conversations:reply");
  return withTransaction(agent, async (tx) => {
    const conversation = await lockConversation(tx, agent.actor, input.conversationId);
    if (conversation.status !== "resolved") return conversation;
    const resolution = await undoableResolution(tx, agent, conversation.id);
    if (!resolution) throw conflict("undo_expired");
    if (resolution.rated) throw conflict("already_rated");
    const moved = await putBack(tx, agent, conversation, resolution.at);
    await tx.delete(resolutions).where(eq(resolutions.id, resolution.id));
    await appendActivity(tx, agent, conversation.id, "reopened");
    await emitEvent(tx, agent, {
      name: "conversation.reopened",
      entityId: conversation.id,
      data: {
        status: moved.status,
        staffId: moved.assigneeId,
        undone: true,
        version: moved.version,
        epoch: moved.epoch,
      },
    });
    return moved;
  });
}
