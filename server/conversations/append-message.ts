import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachments, conversations, messages } from "@/db/schema";
import type { Activity, MessageKind, SenderType } from "@/lib/contracts/conversations";
import { messagePreview } from "@/lib/text/message-preview";
import type { ServiceContext } from "@/server/context";
import { invalid } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";

export type MessageRow = typeof messages.$inferSelect;

export type NewMessage = {
  conversationId: string;
  kind: MessageKind;
  sender: { type: SenderType; id: string | null };
  body: string;
  clientMessageId?: string;
  activity?: { name: Activity; values: Record<string, string> };
  attachmentIds?: readonly string[];
  stopped?: boolean;
};

const isHidden = (kind: MessageKind) => kind === "note" || kind === "whisper";

/** What the conversation's own row learns from a message of this kind. */
function headChanges(ctx: ServiceContext, message: NewMessage) {
  const spoken = message.kind === "incoming" || message.kind === "outgoing";
  const byAgent = message.kind === "outgoing" && message.sender.type === "agent";
  return {
    lastSeq: sql`${conversations.lastSeq} + 1`,
    ...(!isHidden(message.kind) && { lastPublicSeq: sql`${conversations.lastPublicSeq} + 1` }),
    ...(spoken && {
      preview: messagePreview(message.sender.type, message.body),
      previewSender: message.sender.type,
      lastMessageAt: ctx.now,
    }),
    ...(message.kind === "incoming" && { waitingSince: sql`coalesce(${conversations.waitingSince}, ${ctx.now})` }),
    ...(message.kind === "outgoing" && { waitingSince: null }),
    ...(byAgent && { firstRepliedAt: sql`coalesce(${conversations.firstRepliedAt}, ${ctx.now})` }),
  };
}

async function bindAttachments(tx: Transaction, message: NewMessage, messageId: string): Promise<void> {
  const ids = [...new Set(message.attachmentIds)];
  if (ids.length === 0) return;
  const bound = await tx
    .update(attachments)
    .set({ messageId })
    .where(
      and(
        inArray(attachments.id, ids),
        eq(attachments.conversationId, message.conversationId),
        eq(attachments.uploaderId, message.sender.id ?? ""),
        isNull(attachments.messageId),
      ),
    )
    .returning({ id: attachments.id });
  if (bound.length !== ids.length) throw invalid("attachment_not_found");
}

/**
 * Stores a message under the next number(s) of its conversation and emits `message.created`. The counter and the row
 * share the transaction, so the sequence has no holes.
 * @throws the database's 23505 on a client message id that the sender repeats: the caller rolls back and returns the stored row.
 */
export async function appendMessage(tx: Transaction, ctx: ServiceContext, message: NewMessage): Promise<MessageRow> {
  const [head] = await tx
    .update(conversations)
    .set(headChanges(ctx, message))
    .where(eq(conversations.id, message.conversationId))
    .returning({ seq: conversations.lastSeq, publicSeq: conversations.lastPublicSeq, epoch: conversations.epoch });
  if (!head) throw new Error("Conversation vanished under its lock");
  const [row] = await tx
    .insert(messages)
    .values({
      conversationId: message.conversationId,
      seq: head.seq,
      publicSeq: isHidden(message.kind) ? null : head.publicSeq,
      kind: message.kind,
      senderType: message.sender.type,
      senderId: message.sender.id,
      body: message.body,
      activity: message.activity,
      clientMessageId: message.clientMessageId,
      stopped: message.stopped ?? false,
      createdAt: ctx.now,
    })
    .returning();
  if (!row) throw new Error("Message not stored");
  await bindAttachments(tx, message, row.id);
  await emitEvent(tx, ctx, {
    name: "message.created",
    entityId: message.conversationId,
    data: {
      messageId: row.id,
      kind: row.kind,
      seq: row.seq,
      publicSeq: row.publicSeq,
      epoch: head.epoch,
      sender: row.senderType,
    },
  });
  return row;
}

/** Stores a line that tells both sides what happened. */
export function appendActivity(
  tx: Transaction,
  ctx: ServiceContext,
  conversationId: string,
  name: Activity,
  values: Record<string, string> = {},
): Promise<MessageRow> {
  return appendMessage(tx, ctx, {
    conversationId,
    kind: "activity",
    sender: { type: "system", id: null },
    body: "",
    activity: { name, values },
  });
}
