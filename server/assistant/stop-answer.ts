import { and, desc, eq } from "drizzle-orm";
import { answers } from "@/db/schema";
import { CITATION_MARK } from "@/lib/text/citation-marks";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { appendMessage } from "@/server/conversations/append-message";
import { lockConversation } from "@/server/conversations/load-conversation";
import { withTransaction } from "@/server/transaction";
import { answerMessageKey } from "./store-answer";

/** Of what was to be said, what the words that stand rest on: nothing is called answered that was never told. */
function saidOf({ draft, citations, decision }: typeof answers.$inferSelect) {
  const cited = [...draft.matchAll(CITATION_MARK)].map(([, number]) => Number(number));
  return {
    citations: citations.slice(0, Math.max(0, ...cited)),
    decision: decision && { ...decision, questions: undefined, recommendations: undefined },
  };
}

/**
 * The customer stops the answer being written: what stands in its draft becomes the message, marked as stopped. An
 * answer without a word yet ends without a message. Idempotent: an answer already ended is reported as it ended, and as
 * `none` where there never was one.
 */
export async function stopAnswer({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string };
}): Promise<{ state: string; messageId: string | null }> {
  const customer = requireCustomer(ctx);
  return withTransaction(customer, async (tx) => {
    const conversation = await lockConversation(tx, customer.actor, input.conversationId);
    const [answer] = await tx
      .select()
      .from(answers)
      .where(eq(answers.conversationId, conversation.id))
      .orderBy(desc(answers.createdAt))
      .limit(1)
      .for("update");
    if (!answer) return { state: "none", messageId: null };
    if (answer.state !== "streaming" || conversation.status !== "assistant") {
      return { state: answer.state, messageId: answer.messageId };
    }
    const message = answer.draft.trim()
      ? await appendMessage(
          tx,
          { ...customer, actor: { kind: "assistant" } },
          {
            conversationId: conversation.id,
            kind: "outgoing",
            sender: { type: "assistant", id: null },
            body: answer.draft,
            clientMessageId: answerMessageKey(answer.id),
            stopped: true,
          },
        )
      : null;
    await tx
      .update(answers)
      .set({ state: "interrupted", messageId: message?.id ?? null, ...saidOf(answer) })
      .where(and(eq(answers.id, answer.id), eq(answers.state, "streaming")));
    return { state: "interrupted", messageId: message?.id ?? null };
  });
}
