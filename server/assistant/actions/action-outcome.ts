import type { ActionOutcome, RunState } from "@/lib/contracts/actions";

/** How an action ended or stands, for a person to read. A call under way may still work. Pure. */
export function actionOutcome(state: RunState, failure: string | null): ActionOutcome {
  if (state === "done") return "done";
  if (state === "running" || failure === "unconfirmed") return "unsure";
  if (state === "failed") return "failed";
  return failure === "cancelled" ? "declined" : "unfinished";
}
