import { eq } from "drizzle-orm";
import { conversations, staff } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { appendActivity } from "./append-message";
import { lockConversation } from "./load-conversation";
import { moveConversation } from "./move-conversation";

/**
 * Gives everything an agent holds back to the queue: the agent left, was not seen for a minute, or was disabled.
 * The place in the queue counts from when the customer first asked. Returns how many moved.
 */
export async function requeueConversations(ctx: ServiceContext, staffId: string): Promise<number> {
  const held = await ctx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.assigneeId, staffId));
  for (const { id } of held) {
    await withTransaction(ctx, async (tx) => {
      const conversation = await lockConversation(tx, { kind: "system" }, id);
      if (conversation.assigneeId !== staffId) return;
      const [holder] = await tx.select({ name: staff.publicName }).from(staff).where(eq(staff.id, staffId));
      const changes = { queuedAt: conversation.queuedAt ?? ctx.now };
      const moved = await moveConversation(tx, ctx, conversation, "requeue", { assigneeId: null }, changes);
      await appendActivity(tx, ctx, id, "agent_left", { name: holder?.name ?? "" });
      await emitEvent(tx, ctx, {
        name: "conversation.requeued",
        entityId: id,
        data: { fromStaffId: staffId, groupId: moved.skillGroupId, version: moved.version, epoch: moved.epoch },
      });
    });
  }
  return held.length;
}
