import { and, eq } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { answerCorrections, answers, articles, articleVersions } from "@/db/schema";
import type { AnswerPlace, CorrectAnswerInput } from "@/lib/contracts/answer-corrections";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { loadConversation } from "@/server/conversations/load-conversation";
import { conflict, notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";

/**
 * Says which article should have answered a question, or that none does; the last word counts. The recogniser is trained
 * anew, and from then on this wording is answered so, and others like it more likely.
 * @throws ServiceError not_found `answer_not_found`, `article_not_found` unless published; conflict `article_internal`.
 */
export async function correctAnswer({ ctx, input }: { ctx: ServiceContext; input: CorrectAnswerInput }): Promise<void> {
  const corrector = requirePermission(ctx, "assistant:correct");
  const { position, articleId } = input;
  await withTransaction(corrector, async (tx) => {
    const { answerId, conversationId } = await questionOf(tx, corrector.actor, input);
    if (articleId) await requirePublic(tx, articleId);
    const said = { articleId, staffId: corrector.actor.staffId, updatedAt: corrector.now };
    await tx
      .insert(answerCorrections)
      .values({ answerId, position, ...said })
      .onConflictDoUpdate({ target: [answerCorrections.answerId, answerCorrections.position], set: said });
    const data = { answerId, position, articleId };
    await emitEvent(tx, corrector, { name: "answer.corrected", entityId: conversationId, data });
  });
}

/** Takes a correction back; without one nothing changes. @throws ServiceError not_found `answer_not_found`. */
export async function withdrawCorrection({ ctx, input }: { ctx: ServiceContext; input: AnswerPlace }): Promise<void> {
  const corrector = requirePermission(ctx, "assistant:correct");
  await withTransaction(corrector, async (tx) => {
    const { answerId, conversationId } = await questionOf(tx, corrector.actor, input);
    const place = and(eq(answerCorrections.answerId, answerId), eq(answerCorrections.position, input.position));
    const [removed] = await tx.delete(answerCorrections).where(place).returning({ id: answerCorrections.id });
    if (!removed) return;
    const data = { answerId, position: input.position, withdrawn: true };
    await emitEvent(tx, corrector, { name: "answer.corrected", entityId: conversationId, data });
  });
}

async function questionOf(tx: Transaction, actor: StaffActor, { messageId, position }: AnswerPlace) {
  const [answer] = await tx
    .select({ answerId: answers.id, conversationId: answers.conversationId, trace: answers.trace })
    .from(answers)
    .where(eq(answers.messageId, messageId));
  if (!answer?.trace.questions?.[position]) throw notFound("answer_not_found");
  await loadConversation(tx, actor, answer.conversationId);
  return answer;
}

async function requirePublic(executor: Executor, articleId: string): Promise<void> {
  const [article] = await executor
    .select({ audience: articles.audience })
    .from(articles)
    .innerJoin(articleVersions, and(eq(articleVersions.articleId, articles.id), eq(articleVersions.state, "published")))
    .where(eq(articles.id, articleId))
    .limit(1);
  if (!article) throw notFound("article_not_found");
  if (article.audience !== "public") throw conflict("article_internal");
}
