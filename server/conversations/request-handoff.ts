import { requireCustomer, type ServiceContext } from "@/server/context";
import { withTransaction } from "@/server/transaction";
import { type ConversationRow, lockConversation } from "./load-conversation";
import { queueConversation } from "./queue-conversation";
import { reopenConversation } from "./reopen-conversation";

/**
 * The customer asks for a person. Idempotent: already queued or with a person, nothing changes. It queues whether or
 * not anybody is online; the screens say so and offer to leave a message.
 */
export async function requestHandoff({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string };
}): Promise<ConversationRow> {
  const customer = requireCustomer(ctx);
  return withTransaction(customer, async (tx) => {
    let conversation = await lockConversation(tx, customer.actor, input.conversationId);
    if (conversation.status === "resolved") conversation = await reopenConversation(tx, customer, conversation);
    if (conversation.status !== "assistant") return conversation;
    return queueConversation(tx, customer, conversation, "requested");
  });
}
