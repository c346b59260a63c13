import { and, desc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { resolutions } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";
import { appendActivity } from "./append-message";
import type { ConversationRow } from "./load-conversation";
import { moveConversation } from "./move-conversation";

/** Within this long after a person resolved it, a returning customer goes back to people, later to the assistant. */
const PERSON_WINDOW_MS = 72 * 60 * 60 * 1000;

/** Brings a resolved, locked conversation back because its customer wrote again. The resolution counts as returned. */
export async function reopenConversation(
  tx: Transaction,
  ctx: ServiceContext,
  conversation: ConversationRow,
): Promise<ConversationRow> {
  const [last] = await tx
    .select()
    .from(resolutions)
    .where(and(eq(resolutions.conversationId, conversation.id), isNull(resolutions.returnedAt)))
    .orderBy(desc(resolutions.at))
    .limit(1);
  if (last) await tx.update(resolutions).set({ returnedAt: ctx.now }).where(eq(resolutions.id, last.id));
  const recent = ctx.now.getTime() - (conversation.resolvedAt?.getTime() ?? 0) < PERSON_WINDOW_MS;
  const toPeople = Boolean(last?.withPerson) && recent;
  const moved = await moveConversation(
    tx,
    ctx,
    conversation,
    toPeople ? "reopen_queue" : "reopen_assistant",
    { assigneeId: null },
    { resolvedAt: null, misses: 0, queuedAt: toPeople ? ctx.now : null },
  );
  await appendActivity(tx, ctx, conversation.id, "reopened");
  await emitEvent(tx, ctx, {
    name: "conversation.reopened",
    entityId: conversation.id,
    data: { status: moved.status, version: moved.version, epoch: moved.epoch },
  });
  return moved;
}
