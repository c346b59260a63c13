/** How long a customer may wait for a reply before it counts as late, until a policy says otherwise. */
export const WAIT_TARGET_MS = 120_000;
const WARNING_SHARE = 0.75;

export type WaitLevel = "normal" | "warning" | "late";

/** How urgent a wait is: a warning from three quarters of the target, late past it. */
export function waitLevel(waitedMs: number, targetMs: number = WAIT_TARGET_MS): WaitLevel {
  if (waitedMs > targetMs) return "late";
  return waitedMs >= targetMs * WARNING_SHARE ? "warning" : "normal";
}
