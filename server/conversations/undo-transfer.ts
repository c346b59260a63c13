import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { assignments, messages, staff } from "@/db/schema";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { conflict } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { appendActivity } from "./append-message";
import { type ConversationRow, lockConversation } from "./load-conversation";
import { moveConversation } from "./move-conversation";

/** How long one's own transfer can be taken back: well past the toast, which waits while it is hovered. */
const UNDO_TRANSFER_MS = 10 * 60 * 1000;

/** Whether the one who asks held it last before its present place, and nobody has worked on it since. */
async function isUndoable(tx: Transaction, ctx: ServiceContext<StaffActor>, row: ConversationRow): Promise<boolean> {
  const ofThis = eq(assignments.conversationId, row.id);
  const [held] = await tx
    .select()
    .from(assignments)
    .where(and(ofThis, isNull(assignments.until)));
  const [before] = await tx
    .select()
    .from(assignments)
    .where(held ? and(ofThis, eq(assignments.until, held.from)) : ofThis)
    .orderBy(desc(assignments.from))
    .limit(1);
  const recent = new Date(ctx.now.getTime() - UNDO_TRANSFER_MS);
  if (before?.staffId !== ctx.actor.staffId || !before.until || before.until < recent) return false;
  if (held && held.why !== "transferred") return false;
  const written = and(
    eq(messages.conversationId, row.id),
    eq(messages.senderType, "agent"),
    eq(messages.kind, "outgoing"),
    gt(messages.createdAt, before.until),
  );
  return (await tx.$count(messages, written)) === 0;
}

/**
 * Takes back one's own transfer, to a group or to a person who has not answered yet. Nothing happens when one holds the
 * conversation already.
 * @throws ServiceError conflict `undo_expired`.
 */
export async function undoTransfer({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string };
}): Promise<ConversationRow> {
  const agent = requirePermission(ctx, "conversations:reply");
  return withTransaction(agent, async (tx) => {
    const conversation = await lockConversation(tx, agent.actor, input.conversationId);
    const { staffId } = agent.actor;
    if (conversation.assigneeId === staffId) return conversation;
    const open = conversation.status === "queued" || conversation.status === "assigned";
    if (!open || !(await isUndoable(tx, agent, conversation))) throw conflict("undo_expired");
    const move = conversation.status === "queued" ? "claim" : "transfer";
    const moved = await moveConversation(tx, agent, conversation, move, { assigneeId: staffId, why: "claimed" });
    const [me] = await tx.select({ name: staff.publicName }).from(staff).where(eq(staff.id, staffId));
    await appendActivity(tx, agent, conversation.id, "transferred_to_agent", { name: me?.name ?? "" });
    await emitEvent(tx, agent, {
      name: "conversation.transferred",
      entityId: conversation.id,
      data: {
        fromStaffId: conversation.assigneeId,
        toStaffId: staffId,
        fromGroupId: conversation.skillGroupId,
        groupId: moved.skillGroupId,
        undone: true,
        version: moved.version,
        epoch: moved.epoch,
      },
    });
    return moved;
  });
}
