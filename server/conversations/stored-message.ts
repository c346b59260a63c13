import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { messages } from "@/db/schema";
import type { MessageKind, SenderType } from "@/lib/contracts/conversations";
import { conflict } from "@/server/errors";
import type { MessageRow } from "./append-message";

/**
 * The sender's message already stored under a client id; others may use the same id for theirs. Call it under the
 * conversation's lock: then it cannot appear later.
 * @throws ServiceError conflict `client_message_id_reused` when that id stands for another text or kind of the sender's.
 */
export async function storedMessage(
  tx: Transaction,
  input: { conversationId: string; clientMessageId: string; text: string },
  own: { kind: MessageKind; senderType: SenderType; senderId: string },
): Promise<MessageRow | null> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, input.conversationId),
        eq(messages.clientMessageId, input.clientMessageId),
        eq(messages.senderType, own.senderType),
        eq(messages.senderId, own.senderId),
      ),
    );
  if (row && (row.body !== input.text || row.kind !== own.kind)) throw conflict("client_message_id_reused");
  return row ?? null;
}
