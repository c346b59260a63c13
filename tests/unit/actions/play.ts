import { nextActionStep } from "@/server/assistant/actions/next-action-step";
import type { ActionStep, KnownFact, RunProgress, TurnInput } from "@/server/assistant/actions/run-state";

/** When and where everything is said. */
export const CONTEXT = { now: new Date("2026-11-18T02:00:00Z"), timeZone: "Asia/Shanghai", locale: "zh" as const };

/** What the action that is played is called. */
export const NAMES = { zh: "申请退货", en: "Start a return" };
type Action = Omit<TurnInput["action"], "names">;

/** Plays messages one after another, as if every code were mailed; returns the step each leads to. */
export function play(
  unnamed: Action,
  messages: string[],
  known: { verified?: boolean; facts?: KnownFact[]; elsewhere?: boolean } = {},
): ActionStep[] {
  const action = { ...unnamed, names: NAMES };
  let run: RunProgress | null = null;
  return messages.map((message, at) => {
    const { verified = false, facts = [] } = known;
    const elsewhere = Boolean(known.elsewhere) && at === messages.length - 1;
    const step = nextActionStep({ action, run, message, facts, verified, elsewhere, context: CONTEXT });
    run = step.run;
    return step;
  });
}

/** What each step is, and what it asks for. */
export const kinds = (steps: ActionStep[]) =>
  steps.map((step) => ("slot" in step ? `${step.kind} ${step.slot}` : step.kind));
/** The step that the last message led to. */
export const last = (steps: ActionStep[]) => steps.at(-1) as ActionStep;
