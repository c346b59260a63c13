import type { Transaction } from "@/db/client";
import { answers } from "@/db/schema";
import { newId } from "@/lib/ids";
import type { ServiceContext } from "@/server/context";
import { appendMessage, type MessageRow } from "@/server/conversations/append-message";
import type { ConversationRow } from "@/server/conversations/load-conversation";
import { queueConversation } from "@/server/conversations/queue-conversation";
import { languageOf } from "./answer-language";
import { answerMessageKey } from "./store-answer";
import { say } from "./words";

/**
 * Answers a message that only asks for a person, in the transaction that stores it: the assistant says that it fetches
 * one, and the conversation is queued. Whoever then asks for the answer hears this one, as for every other question.
 */
export async function handOverRequest(
  tx: Transaction,
  ctx: ServiceContext,
  conversation: ConversationRow,
  question: MessageRow,
): Promise<void> {
  const answerId = newId("answer");
  const text = say(languageOf(question.body, conversation.locale), "fetching");
  const message = await appendMessage(
    tx,
    { ...ctx, actor: { kind: "assistant" } },
    {
      conversationId: conversation.id,
      kind: "outgoing",
      sender: { type: "assistant", id: null },
      body: text,
      clientMessageId: answerMessageKey(answerId),
    },
  );
  await tx.insert(answers).values({
    id: answerId,
    conversationId: conversation.id,
    questionMessageId: question.id,
    state: "handed_over",
    leaseUntil: ctx.now,
    writer: ctx.requestId,
    decision: { kind: "handoff", confidence: 1, started: true },
    draft: text,
    messageId: message.id,
  });
  await queueConversation(tx, ctx, conversation, "requested");
}
