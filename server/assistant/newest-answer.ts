import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { answerFeedback, answers, messages } from "@/db/schema";
import type { Decision } from "@/lib/contracts/assistant";

/** An answer as the newest message holds it. `judged`: what the customer said of it; null while they have not. */
export type NewestAnswer = { answerId: string; decision: Decision | null; judged: boolean | null };

/**
 * The assistant's answer that the newest message of a conversation is; null where somebody else wrote that.
 * @param before only what stands before this place counts.
 */
export async function newestAnswer(
  tx: Transaction,
  conversationId: string,
  before?: number,
): Promise<NewestAnswer | null> {
  const [newest] = await tx
    .select({ answerId: answers.id, decision: answers.decision, judged: answerFeedback.solved })
    .from(messages)
    .leftJoin(answers, eq(answers.messageId, messages.id))
    .leftJoin(answerFeedback, eq(answerFeedback.answerId, answers.id))
    .where(
      and(
        eq(messages.conversationId, conversationId),
        inArray(messages.kind, ["incoming", "outgoing"]),
        before === undefined ? undefined : lt(messages.seq, before),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return newest?.answerId ? { ...newest, answerId: newest.answerId } : null;
}
