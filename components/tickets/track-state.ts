import type { StageView } from "@/lib/ticket-stages";
import type { Stage } from "../shared/stage-track";

/** The shape a stage wears: half a square while it waits for the customer. */
export function trackState({ stage, state }: StageView): Stage["state"] {
  return state === "current" && stage === "waiting" ? "waiting" : state;
}
