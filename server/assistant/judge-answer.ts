import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { answerFeedback, answers, conversations } from "@/db/schema";
import type { ConversationStatus } from "@/lib/contracts/conversations";
import { type CustomerActor, requireCustomer, type ServiceContext } from "@/server/context";
import { appendMessage } from "@/server/conversations/append-message";
import { type ConversationRow, lockConversation } from "@/server/conversations/load-conversation";
import { queueConversation } from "@/server/conversations/queue-conversation";
import { notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { readStaffing } from "@/server/routing/staffing";
import { getSettings } from "@/server/settings/get-settings";
import { withTransaction } from "@/server/transaction";
import { languageOf } from "./answer-language";
import { mayFetch } from "./may-fetch";
import { sayNobodyOnline } from "./words";

/**
 * The customer says whether an answer solved it; the last word counts. Twice not solved fetches a person; while nobody
 * can be fetched the assistant says so instead and stays.
 * @throws ServiceError not_found `answer_not_found` for anything but an assistant's message of this conversation.
 */
export async function judgeAnswer({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; messageId: string; solved: boolean };
}): Promise<{ solved: boolean; status: ConversationStatus }> {
  const customer = requireCustomer(ctx);
  const staffing = await readStaffing(ctx);
  return withTransaction(customer, async (tx) => {
    const conversation = await lockConversation(tx, customer.actor, input.conversationId);
    const [answer] = await tx
      .select({ id: answers.id, text: answers.draft, solved: answerFeedback.solved })
      .from(answers)
      .leftJoin(answerFeedback, eq(answerFeedback.answerId, answers.id))
      .where(and(eq(answers.messageId, input.messageId), eq(answers.conversationId, conversation.id)));
    if (!answer) throw notFound("answer_not_found");
    if (answer.solved === input.solved) return { solved: input.solved, status: conversation.status };
    const settings = await getSettings(tx, "assistant");
    const misses = await keepJudgement(tx, customer, conversation, { answerId: answer.id, solved: input.solved });
    if (misses < settings.missesBeforeHandoff || conversation.status !== "assistant") {
      return { solved: input.solved, status: conversation.status };
    }
    if (!mayFetch(staffing, settings, ctx.now)) {
      await appendMessage(
        tx,
        { ...customer, actor: { kind: "assistant" } },
        {
          conversationId: conversation.id,
          kind: "outgoing",
          sender: { type: "assistant", id: null },
          body: sayNobodyOnline(languageOf(answer.text ?? "", conversation.locale), staffing.openingHours, ctx.now),
        },
      );
      return { solved: input.solved, status: conversation.status };
    }
    const queued = await queueConversation(tx, customer, { ...conversation, misses }, "not_helpful");
    return { solved: input.solved, status: queued.status };
  });
}

/** Writes down whether an answer solved it, and tells those who learn from it. Returns how often in a row nothing helped. */
export async function keepJudgement(
  tx: Transaction,
  ctx: ServiceContext<CustomerActor>,
  conversation: ConversationRow,
  { answerId, solved }: { answerId: string; solved: boolean },
): Promise<number> {
  await tx
    .insert(answerFeedback)
    .values({ answerId, solved, createdAt: ctx.now })
    .onConflictDoUpdate({ target: answerFeedback.answerId, set: { solved, updatedAt: ctx.now } });
  const misses = solved ? 0 : conversation.misses + 1;
  await tx.update(conversations).set({ misses }).where(eq(conversations.id, conversation.id));
  await emitEvent(tx, ctx, {
    name: "answer.judged",
    entityId: conversation.id,
    data: { answerId, solved, epoch: conversation.epoch },
  });
  return misses;
}
