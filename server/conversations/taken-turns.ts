import { asc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { actionRuns, actionTurns, answerFeedback, answers, type HandoffCard, messages } from "@/db/schema";
import type { ActionOutline, ActionTurn } from "@/lib/contracts/actions";
import type { Citation } from "@/lib/contracts/assistant";
import { actionOutcome } from "@/server/assistant/actions/action-outcome";

/** One answer of the assistant. `seq`: the message it answers; `turn`, `runId`: of the action that spoke in it. */
export type TakenTurn = {
  seq: number;
  citations: Citation[];
  solved: boolean | null;
  turn: ActionTurn | null;
  runId: string | null;
  /** The action was let go for something else. */
  leftUndone: boolean | null;
};

/** What the assistant answered in a conversation, oldest first. */
export function takenTurns(db: Executor, conversationId: string): Promise<TakenTurn[]> {
  return db
    .select({
      seq: messages.seq,
      citations: answers.citations,
      solved: answerFeedback.solved,
      turn: actionTurns.turn,
      runId: actionTurns.runId,
      leftUndone: sql<boolean | null>`${actionRuns.failure} = 'set_aside'`,
    })
    .from(answers)
    .innerJoin(messages, eq(messages.id, answers.questionMessageId))
    .leftJoin(answerFeedback, eq(answerFeedback.answerId, answers.id))
    .leftJoin(actionTurns, eq(actionTurns.answerId, answers.id))
    .leftJoin(actionRuns, eq(actionRuns.id, actionTurns.runId))
    .where(eq(answers.conversationId, conversationId))
    .orderBy(asc(messages.seq));
}

/** The articles that were shown, each once, with what was said of it last. Pure. */
export function articlesTried(taken: readonly TakenTurn[]): HandoffCard["tried"] {
  const last = new Map<string, HandoffCard["tried"][number]>();
  for (const { citations, solved } of taken) {
    const [citation] = citations;
    if (!citation) continue;
    const { articleId, title, url: slug } = citation;
    last.set(articleId, { title, slug, solved: solved ?? last.get(articleId)?.solved ?? null });
  }
  return [...last.values()];
}

type TriedAction = NonNullable<HandoffCard["actions"]>[number];

/** The actions that were begun, oldest first, by the names they have now; one that is gone has no name any longer. */
export async function actionsTried(
  db: Executor,
  conversationId: string,
  actions: readonly ActionOutline[],
): Promise<TriedAction[]> {
  const { actionKey, state, failure, createdAt, id } = actionRuns;
  const runs = await db
    .select({ actionKey, state, failure })
    .from(actionRuns)
    .where(eq(actionRuns.conversationId, conversationId))
    .orderBy(asc(createdAt), asc(id));
  return runs.map((run) => {
    const names = actions.find(({ key }) => key === run.actionKey)?.names;
    return { names: names ?? { zh: run.actionKey, en: run.actionKey }, outcome: actionOutcome(run.state, run.failure) };
  });
}
