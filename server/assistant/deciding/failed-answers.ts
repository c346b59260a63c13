import type { HistoryEntry } from "../claim-answer";
import type { Understood } from "../understand";
import type { Plan } from "./plan";

/** The assistant's last message before what is to be answered now; undefined when a colleague or nobody spoke last. Pure. */
export function lastReply(history: readonly HistoryEntry[]): HistoryEntry["reply"] {
  return history.findLast(({ role }) => role !== "customer")?.reply;
}

/** Whether an objection right after this reply is about it: it was an answer, or offered a person for want of one. Pure. */
export function mayBeObjectedTo(last: HistoryEntry["reply"]): boolean {
  return last?.decision?.kind === "answer" || last?.decision?.started === false;
}

/**
 * How many answers in a row have failed when a message comes. Whether an answer was good shows only now: one that was not
 * called unsolved before the customer goes on was, and ends the row; one they object to makes it longer, once; what was
 * no answer leaves it as it is. Pure.
 */
export function failedBefore(
  misses: number,
  history: readonly HistoryEntry[],
  { objection }: Pick<Understood, "objection">,
): number {
  const last = lastReply(history);
  if (last?.unsolved) return misses;
  if (objection) return misses + 1;
  return last?.decision?.kind === "answer" ? 0 : misses;
}

/** How many answers in a row have failed once a plan was carried out. Pure. */
export function failedAfter(misses: number, plan: Plan): number {
  return plan.does === "say" && plan.missed ? misses + 1 : misses;
}
