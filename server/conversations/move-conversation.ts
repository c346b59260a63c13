import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { assignments, conversations } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import type { ConversationRow } from "./load-conversation";
import { type Move, moveFrom } from "./transitions";

type Holder = { assigneeId: string | null; why?: "claimed" | "transferred" };
type Changes = Partial<
  Pick<ConversationRow, "skillGroupId" | "queuedAt" | "resolvedAt" | "priority" | "misses" | "waitingSince">
>;

/**
 * Moves a locked conversation along its state machine, changes who holds it, and keeps the ledger of assignments.
 * @throws ServiceError conflict `illegal_move`.
 */
export async function moveConversation(
  tx: Transaction,
  ctx: ServiceContext,
  conversation: ConversationRow,
  move: Move,
  holder: Holder,
  changes: Changes = {},
): Promise<ConversationRow> {
  const status = moveFrom(conversation.status, move);
  if (conversation.assigneeId !== holder.assigneeId) {
    await tx
      .update(assignments)
      .set({ until: ctx.now })
      .where(and(eq(assignments.conversationId, conversation.id), isNull(assignments.until)));
    if (holder.assigneeId) {
      await tx.insert(assignments).values({
        conversationId: conversation.id,
        staffId: holder.assigneeId,
        why: holder.why ?? "claimed",
        from: ctx.now,
      });
    }
  }
  const [row] = await tx
    .update(conversations)
    .set({ ...changes, status, assigneeId: holder.assigneeId, version: sql`${conversations.version} + 1` })
    .where(eq(conversations.id, conversation.id))
    .returning();
  if (!row) throw new Error("Conversation vanished under its lock");
  return row;
}
