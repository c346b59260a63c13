import { languageOf } from "@/server/assistant/answer-language";
import { maskFacts } from "@/server/assistant/facts/mask-facts";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { withTransaction } from "@/server/transaction";
import { type ConversationRow, lockConversation } from "./load-conversation";
import { queueConversation } from "./queue-conversation";
import { reopenConversation } from "./reopen-conversation";

/**
 * The customer asks for a person, and may say why: the agent reads it on the card. Idempotent: already queued or with a
 * person, nothing changes. It queues whether or
 * not anybody is online; the screens say so and offer to leave a message.
 */
export async function requestHandoff({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; reason?: string };
}): Promise<ConversationRow> {
  const customer = requireCustomer(ctx);
  return withTransaction(customer, async (tx) => {
    let conversation = await lockConversation(tx, customer.actor, input.conversationId);
    if (conversation.status === "resolved") conversation = await reopenConversation(tx, customer, conversation);
    if (conversation.status !== "assistant") return conversation;
    const said = input.reason && maskFacts(input.reason, languageOf(input.reason, conversation.locale), ctx.now);
    return queueConversation(tx, customer, conversation, "requested", said);
  });
}
