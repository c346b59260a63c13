import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { actionRuns, actionTurns } from "@/db/schema";
import { type ActionOutcome, type Localised, OPEN_RUN_STATES } from "@/lib/contracts/actions";
import { actionOutcome } from "./action-outcome";
import { loadActions } from "./load-actions";

/** The action an answer came from, by the name it has now; `asking`: the answer asks for what the action needs. */
export type TracedAction = { names: Localised; outcome: ActionOutcome | "asking" };

/** Which action spoke in an answer, and how it stood with that answer; null when none did. */
export async function tracedAction(db: Executor, answerId: string): Promise<TracedAction | null> {
  const [row] = await db
    .select({ turn: actionTurns.turn, failure: actionRuns.failure })
    .from(actionTurns)
    .innerJoin(actionRuns, eq(actionRuns.id, actionTurns.runId))
    .where(eq(actionTurns.answerId, answerId));
  if (!row?.turn) return null;
  const { key, state } = row.turn.decision.action;
  const action = (await loadActions(db)).find((one) => one.key === key);
  const open = OPEN_RUN_STATES.some((one) => one === state);
  return { names: action?.names ?? { zh: key, en: key }, outcome: open ? "asking" : actionOutcome(state, row.failure) };
}
