import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { skillGroups, staff } from "@/db/schema";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { conflict, notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { appendActivity } from "./append-message";
import { type ConversationRow, lockConversation } from "./load-conversation";
import { moveConversation } from "./move-conversation";

type Target = { groupId?: string; staffId?: string };

async function toGroup(tx: Transaction, ctx: ServiceContext, row: ConversationRow, groupId: string) {
  const [group] = await tx.select({ name: skillGroups.name }).from(skillGroups).where(eq(skillGroups.id, groupId));
  if (!group) throw notFound("group_not_found");
  const move = row.status === "queued" ? "transfer" : "requeue";
  const changes = { skillGroupId: groupId, queuedAt: row.queuedAt ?? ctx.now };
  const moved = await moveConversation(tx, ctx, row, move, { assigneeId: null }, changes);
  await appendActivity(tx, ctx, row.id, "transferred_to_group", group.name);
  return moved;
}

async function toPerson(tx: Transaction, ctx: ServiceContext, row: ConversationRow, staffId: string) {
  const [person] = await tx
    .select({ name: staff.publicName, role: staff.role })
    .from(staff)
    .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)));
  if (!person || person.role === "editor") throw notFound("staff_not_found");
  const move = row.status === "queued" ? "claim" : "transfer";
  const moved = await moveConversation(tx, ctx, row, move, { assigneeId: staffId, why: "transferred" });
  await appendActivity(tx, ctx, row.id, "transferred_to_agent", { name: person.name });
  return moved;
}

function mayTransfer(actor: StaffActor, row: ConversationRow): boolean {
  return (
    row.status === "queued" || row.assigneeId === actor.staffId || actor.role === "manager" || actor.role === "admin"
  );
}

/**
 * Passes a conversation to a skill group's queue or to another person, with all that is known.
 * @throws ServiceError conflict `not_assignee`, `illegal_move`; not_found `group_not_found`, `staff_not_found` (unknown, disabled, or an editor).
 */
export async function transferConversation({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: Target & { conversationId: string };
}): Promise<ConversationRow> {
  const agent = requirePermission(ctx, "conversations:reply");
  return withTransaction(agent, async (tx) => {
    const conversation = await lockConversation(tx, agent.actor, input.conversationId);
    if (!mayTransfer(agent.actor, conversation)) throw conflict("not_assignee");
    const moved = input.groupId
      ? await toGroup(tx, agent, conversation, input.groupId)
      : await toPerson(tx, agent, conversation, input.staffId ?? "");
    await emitEvent(tx, agent, {
      name: "conversation.transferred",
      entityId: conversation.id,
      data: {
        fromStaffId: conversation.assigneeId,
        toStaffId: moved.assigneeId,
        fromGroupId: conversation.skillGroupId,
        groupId: moved.skillGroupId,
        version: moved.version,
        epoch: moved.epoch,
      },
    });
    return moved;
  });
}
