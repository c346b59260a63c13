import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handoffs, staff } from "@/db/schema";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { appendActivity } from "./append-message";
import { type ConversationRow, lockConversation } from "./load-conversation";
import { moveConversation } from "./move-conversation";

async function nameOf(tx: Transaction, staffId: string | null): Promise<string> {
  if (!staffId) return "";
  const [row] = await tx.select({ name: staff.publicName }).from(staff).where(eq(staff.id, staffId));
  return row?.name ?? "";
}

/**
 * An agent takes a queued conversation. Of several at once exactly one wins; claiming what one already holds is a no-op.
 * @throws ServiceError conflict `already_claimed` (with the holder's name) or `not_queued`.
 */
export async function claimConversation({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string };
}): Promise<ConversationRow> {
  const agent = requirePermission(ctx, "conversations:reply");
  return withTransaction(agent, async (tx) => {
    const conversation = await lockConversation(tx, agent.actor, input.conversationId);
    if (conversation.assigneeId === agent.actor.staffId) return conversation;
    if (conversation.assigneeId) {
      throw conflict("already_claimed", { name: await nameOf(tx, conversation.assigneeId) });
    }
    if (conversation.status !== "queued") throw conflict("not_queued", { status: conversation.status });
    const moved = await moveConversation(tx, agent, conversation, "claim", {
      assigneeId: agent.actor.staffId,
      why: "claimed",
    });
    await tx
      .update(handoffs)
      .set({ acceptedAt: agent.now, acceptedBy: agent.actor.staffId, outcome: "accepted" })
      .where(and(eq(handoffs.conversationId, conversation.id), isNull(handoffs.outcome)));
    await appendActivity(tx, agent, conversation.id, "agent_joined", {
      name: await nameOf(tx, agent.actor.staffId),
    });
    await emitEvent(tx, agent, {
      name: "conversation.claimed",
      entityId: conversation.id,
      data: {
        staffId: agent.actor.staffId,
        groupId: moved.skillGroupId,
        version: moved.version,
        epoch: moved.epoch,
      },
    });
    return moved;
  });
}
