import { eq } from "drizzle-orm";
import { answers } from "@/db/schema";
import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import type { Decision } from "@/lib/contracts/assistant";
import { requirePermission, type ServiceContext } from "@/server/context";
import { loadConversation } from "@/server/conversations/load-conversation";
import { notFound } from "@/server/errors";
import { type TracedAction, tracedAction } from "./actions/traced-action";
import { type AnswerCorrection, listCorrections } from "./list-corrections";
import { type SpentOnAnswer, spentOnAnswer } from "./spent-on-answer";

/** Why one answer reads as it does. */
export type ExplainedAnswer = {
  decision: Decision | null;
  trace: AnswerTrace;
  corrections: AnswerCorrection[];
  action: TracedAction | null;
  spent: SpentOnAnswer;
};

/**
 * Explains an assistant's message to staff who may read its conversation.
 * @throws ServiceError not_found `answer_not_found`, also for messages nobody but a person wrote.
 */
export async function getAnswerTrace({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { messageId: string };
}): Promise<ExplainedAnswer> {
  const agent = requirePermission(ctx, "conversations:read");
  const [answer] = await ctx.db
    .select({
      id: answers.id,
      conversationId: answers.conversationId,
      decision: answers.decision,
      trace: answers.trace,
    })
    .from(answers)
    .where(eq(answers.messageId, input.messageId));
  if (!answer) throw notFound("answer_not_found");
  const { locale } = await loadConversation(ctx.db, agent.actor, answer.conversationId);
  const corrections = await listCorrections(ctx.db, answer.id, locale);
  const [action, spent] = [await tracedAction(ctx.db, answer.id), await spentOnAnswer(ctx.db, answer.id)];
  return { decision: answer.decision, trace: answer.trace, corrections, action, spent };
}
