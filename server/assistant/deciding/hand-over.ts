import type { Decision } from "@/lib/contracts/assistant";
import type { HandoffReason } from "@/lib/contracts/conversations";
import type { Said } from "../words";
import type { DecideInput } from "./decide";
import type { Plan } from "./plan";

/** Fetches a person now; while nobody can be fetched, it says so, offers to take a message and stays with the customer. Pure. */
export function handOver(
  { mayFetch }: Pick<DecideInput, "mayFetch">,
  reason: HandoffReason,
  said: Said,
  more: Partial<Decision> = {},
): Extract<Plan, { does: "hand_over" } | { does: "say" }> {
  const decision = { kind: "handoff" as const, confidence: 1, ...more, started: mayFetch };
  return mayFetch ? { does: "hand_over", decision, reason, said } : { does: "say", decision, said: "nobody_online" };
}

/**
 * A way to fail a customer, with what is said when a person is offered for it, and when one is fetched. `missed`: it is one
 * more failed answer; an objection was counted when it was heard.
 */
type Failure = { reason: HandoffReason; offering: Said; fetching: Said; missed?: true };

export const NO_ANSWER: Failure = { reason: "no_answer", offering: "unknown", fetching: "handing_over", missed: true };
export const NOT_MEANT: Failure = {
  reason: "no_answer",
  offering: "not_meant",
  fetching: "handing_over",
  missed: true,
};
export const NOT_SOLVED: Failure = { reason: "not_helpful", offering: "not_solved", fetching: "sorry" };

/**
 * Offers a person for an answer that fails, and fetches one once as many in a row have failed as the company bears with.
 * Pure.
 */
export function planFailure(
  input: Pick<DecideInput, "misses" | "settings" | "mayFetch">,
  { reason, offering, fetching, missed }: Failure,
  more: Partial<Decision> = {},
): Plan {
  const failed = missed ? input.misses + 1 : input.misses;
  const decision = { kind: "handoff" as const, confidence: 1, ...more, started: false };
  const isTooMuch = failed >= input.settings.missesBeforeHandoff;
  const plan: Plan = isTooMuch ? handOver(input, reason, fetching, more) : { does: "say", decision, said: offering };
  return plan.does === "say" && missed ? { ...plan, missed } : plan;
}
