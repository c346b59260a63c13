import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { messages } from "@/db/schema";
import type { MessageKind } from "@/lib/contracts/conversations";
import { conflict } from "@/server/errors";
import type { MessageRow } from "./append-message";

/**
 * The sender's message already stored under a client id. Call it under the conversation's lock: then it cannot appear
 * later.
 * @throws ServiceError conflict `client_message_id_reused` when that id stands for another text, kind or sender's message.
 */
export async function storedMessage(
  tx: Transaction,
  input: { conversationId: string; clientMessageId: string; text: string },
  own: { kind: MessageKind; senderId: string },
): Promise<MessageRow | null> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, input.conversationId), eq(messages.clientMessageId, input.clientMessageId)));
  const same = row?.body === input.text && row.kind === own.kind && row.senderId === own.senderId;
  if (row && !same) throw conflict("client_message_id_reused");
  return row ?? null;
}
