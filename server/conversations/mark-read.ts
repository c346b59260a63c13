import { eq, sql } from "drizzle-orm";
import { conversations, readMarks } from "@/db/schema";
import { actorId, type ServiceContext } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { loadConversation } from "./load-conversation";

/**
 * Records how far the actor has read, in the numbering they see; it only grows and never passes the last message.
 * A customer's mark also says that they are still there.
 */
export async function markRead({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; seq: number };
}): Promise<void> {
  const conversation = await loadConversation(ctx.db, ctx.actor, input.conversationId);
  const isCustomer = ctx.actor.kind === "customer";
  const seq = Math.min(input.seq, isCustomer ? conversation.lastPublicSeq : conversation.lastSeq);
  const reader = actorId(ctx.actor);
  if (!reader) return;
  await withTransaction(ctx, async (tx) => {
    const moved = await tx
      .insert(readMarks)
      .values({ conversationId: conversation.id, reader, seq })
      .onConflictDoUpdate({
        target: [readMarks.conversationId, readMarks.reader],
        set: { seq },
        setWhere: sql`${readMarks.seq} < ${seq}`,
      })
      .returning({ seq: readMarks.seq });
    if (isCustomer) {
      await tx.update(conversations).set({ customerSeenAt: ctx.now }).where(eq(conversations.id, conversation.id));
    }
    if (moved.length > 0) {
      const data = { seq, side: ctx.actor.kind, epoch: conversation.epoch };
      await emitEvent(tx, ctx, { name: "conversation.read", entityId: conversation.id, data });
    }
  });
}
