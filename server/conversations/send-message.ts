import type { SendMessageInput } from "@/lib/contracts/conversations";
import { handOverRequest } from "@/server/assistant/hand-over-request";
import { judgeInWords } from "@/server/assistant/judge-in-words";
import { mayFetch } from "@/server/assistant/may-fetch";
import { mayWishForPerson, wishesForPerson } from "@/server/assistant/wish-for-person";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { readStaffing } from "@/server/routing/staffing";
import { getSettings } from "@/server/settings/get-settings";
import { withTransaction } from "@/server/transaction";
import { appendMessage, type MessageRow } from "./append-message";
import { lockConversation } from "./load-conversation";
import { reopenConversation } from "./reopen-conversation";
import { storedMessage } from "./stored-message";

/**
 * Stores a customer's message; a retry with the same client id returns the stored row (`repeated`). Writing to a
 * resolved conversation reopens it; one that calls an answer solved judges it; a message that asks for a person, or says
 * yes to one, queues it while the assistant may fetch one. While it may not, its answer offers to take a message.
 * @throws ServiceError not_found for a foreign conversation; conflict `client_message_id_reused` for another text.
 */
export async function sendMessage({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SendMessageInput & { conversationId: string };
}): Promise<{ message: MessageRow; repeated: boolean }> {
  const customer = requireCustomer(ctx);
  const mayBeFetched =
    mayWishForPerson(input.text) && mayFetch(await readStaffing(ctx), await getSettings(ctx.db, "assistant"), ctx.now);
  return withTransaction(customer, async (tx) => {
    let conversation = await lockConversation(tx, customer.actor, input.conversationId);
    const own = { kind: "incoming", senderType: "customer", senderId: customer.actor.customerId } as const;
    const existing = await storedMessage(tx, input, own);
    if (existing) return { message: existing, repeated: true };
    if (conversation.status === "resolved") conversation = await reopenConversation(tx, customer, conversation);
    const isFetching =
      mayBeFetched && conversation.status === "assistant" && (await wishesForPerson(tx, conversation.id, input.text));
    const message = await appendMessage(tx, customer, {
      conversationId: input.conversationId,
      kind: "incoming",
      sender: { type: "customer", id: customer.actor.customerId },
      body: input.text,
      clientMessageId: input.clientMessageId,
      attachmentIds: input.attachmentIds,
    });
    if (conversation.status === "assistant") await judgeInWords(tx, customer, conversation, message);
    if (isFetching) await handOverRequest(tx, customer, conversation, message);
    return { message, repeated: false };
  });
}
