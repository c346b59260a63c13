import type { Plan } from "../deciding/plan";
import type { Said } from "../words";

const UNSURE: readonly Said[] = ["choose", "confirm", "unknown"];

/**
 * Whether a model may answer a message with an action instead: no action is under way, one thing was asked, and what is
 * planned is knowledge's answer, a question back, or having none. Rules, greetings and people asked for stand. Pure.
 */
export function mayPropose(input: { plan: Plan; asked: number; inAction: boolean }): boolean {
  const { plan, asked, inAction } = input;
  if (inAction || asked !== 1) return false;
  if (plan.does === "say") return !plan.rule && (UNSURE.includes(plan.said) || plan.missed === true);
  if (plan.does === "hand_over") return plan.reason === "no_answer";
  return plan.does === "answer";
}
