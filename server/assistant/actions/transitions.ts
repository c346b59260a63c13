import type { RunState } from "@/lib/contracts/actions";

/**
 * Where a run may go from each state. `running` ends, or asks once more for a number that is on no record; nothing comes
 * back from an end.
 */
export const RUN_TRANSITIONS: Record<RunState, readonly RunState[]> = {
  collecting: ["verifying", "confirming", "running", "failed", "cancelled"],
  verifying: ["collecting", "confirming", "running", "failed", "cancelled"],
  confirming: ["collecting", "verifying", "running", "failed", "cancelled"],
  running: ["collecting", "done", "failed"],
  done: [],
  failed: [],
  cancelled: [],
};

/** Whether a run may move so; staying where it is moves nothing and is allowed while it is open. */
export function mayMove(from: RunState, to: RunState): boolean {
  if (from === to) return RUN_TRANSITIONS[from].length > 0;
  return RUN_TRANSITIONS[from].includes(to);
}
