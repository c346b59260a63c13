import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { answers, conversationQuestions } from "@/db/schema";
import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import type { Decision } from "@/lib/contracts/assistant";
import { HANDOFF_REASONS, type HandoffReason } from "@/lib/contracts/conversations";
import type { ServiceContext } from "@/server/context";
import { appendMessage } from "@/server/conversations/append-message";
import { lockConversation } from "@/server/conversations/load-conversation";
import { queueConversation } from "@/server/conversations/queue-conversation";
import { conflict } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { addSpending } from "./model-spending";
import { answerMessageKey, checklistOf, type Writing } from "./store-answer";

/** What the edge sends when it hands over. */
export const handOverSchema = z.object({
  answerId: z.string(),
  conversationId: z.string(),
  writer: z.string(),
  requestId: z.string(),
  text: z.string().min(1),
  reason: z.enum(HANDOFF_REASONS),
  decision: z.custom<Decision>((value) => typeof value === "object" && value !== null),
  trace: z.custom<AnswerTrace>((value) => typeof value === "object" && value !== null),
});

/**
 * Ends an answer by fetching a person: the assistant's last message and the place in the queue in one transaction.
 * Idempotent by answer.
 * @throws ServiceError conflict `assistant_inactive` when a person was there first or the writer lost the answer.
 */
export async function handOverAnswer({
  ctx,
  input,
}: {
  ctx: ServiceContext<{ kind: "system" }>;
  input: Writing & { text: string; reason: HandoffReason; decision: Decision; trace: AnswerTrace };
}): Promise<{ messageId: string; seq: number }> {
  const assistant: ServiceContext = { ...ctx, actor: { kind: "assistant" } };
  return withTransaction(assistant, async (tx) => {
    const conversation = await lockConversation(tx, assistant.actor, input.conversationId);
    const mine = and(eq(answers.id, input.answerId), eq(answers.writer, input.writer), eq(answers.state, "streaming"));
    const [answer] = await tx
      .select({ questionMessageId: answers.questionMessageId })
      .from(answers)
      .where(mine)
      .for("update");
    if (!answer || conversation.status !== "assistant") throw conflict("assistant_inactive");
    const message = await appendMessage(tx, assistant, {
      conversationId: conversation.id,
      kind: "outgoing",
      sender: { type: "assistant", id: null },
      body: input.text,
      clientMessageId: answerMessageKey(input.answerId),
    });
    await tx
      .update(answers)
      .set({
        state: "handed_over",
        messageId: message.id,
        draft: input.text,
        decision: input.decision,
        trace: input.trace,
      })
      .where(mine);
    const { questionMessageId } = answer;
    const asked = checklistOf(input.decision).map((question) => ({
      ...question,
      conversationId: conversation.id,
      messageId: questionMessageId,
    }));
    await tx.execute(addSpending(input.trace));
    if (asked.length > 0) await tx.insert(conversationQuestions).values(asked).onConflictDoNothing();
    await queueConversation(tx, assistant, conversation, input.reason);
    return { messageId: message.id, seq: message.publicSeq ?? 0 };
  });
}
