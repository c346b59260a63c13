import type { Transaction } from "@/db/client";
import { answers, conversationQuestions } from "@/db/schema";
import type { Decision } from "@/lib/contracts/assistant";
import { newId } from "@/lib/ids";
import type { ServiceContext } from "@/server/context";
import { appendMessage, type MessageRow } from "@/server/conversations/append-message";
import type { ConversationRow } from "@/server/conversations/load-conversation";
import { queueConversation } from "@/server/conversations/queue-conversation";
import { languageOf } from "./answer-language";
import { besideRequest } from "./questions/beside-request";
import { splitQuestions } from "./questions/split-questions";
import { answerMessageKey, checklistOf } from "./store-answer";
import { passedOn, say } from "./words";

/**
 * Answers a message that asks for a person, in the transaction that stores it: the assistant says that it fetches one, and
 * the conversation is queued. What the message asks besides is named, and left to that person on the checklist. Whoever
 * then asks for the answer hears this one, as for every other question.
 */
export async function handOverRequest(
  tx: Transaction,
  ctx: ServiceContext,
  conversation: ConversationRow,
  question: MessageRow,
): Promise<void> {
  const answerId = newId("answer");
  const locale = languageOf(question.body, conversation.locale);
  const beside = besideRequest(question.body, locale);
  const asked = beside === "" ? [] : splitQuestions(beside, locale).map((each) => each.text);
  const text = [say(locale, "fetching"), ...(asked.length > 0 ? [passedOn(locale, asked)] : [])].join("\n\n");
  const questions = asked.map((each) => ({ text: each, outcome: "unanswered" as const, confidence: 0 }));
  const listed = questions.length > 0 ? { questions } : {};
  const decision: Decision = { kind: "handoff", confidence: 1, started: true, ...listed };
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
    decision,
    draft: text,
    messageId: message.id,
  });
  const rows = checklistOf(decision).map((row) => ({
    ...row,
    conversationId: conversation.id,
    messageId: question.id,
  }));
  if (rows.length > 0) await tx.insert(conversationQuestions).values(rows);
  await queueConversation(tx, ctx, conversation, "requested");
}
