import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { messages } from "@/db/schema";
import { conflict } from "@/server/errors";
import type { MessageRow } from "./append-message";

/**
 * The message already stored under a client id. Call it under the conversation's lock: then it cannot appear later.
 * @throws ServiceError conflict `client_message_id_reused` when that id stands for another text.
 */
export async function storedMessage(
  tx: Transaction,
  input: { conversationId: string; clientMessageId: string; text: string },
): Promise<MessageRow | null> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, input.conversationId), eq(messages.clientMessageId, input.clientMessageId)));
  if (row && row.body !== input.text) throw conflict("client_message_id_reused");
  return row ?? null;
}
