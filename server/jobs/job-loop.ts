import { log } from "@/server/log";
import type { JobContext } from "./registry";
import { runDue } from "./run-due";

const PAUSE_MS = 1_000;
const BATCH = 20;
const shared = globalThis as typeof globalThis & { zhidaJobLoop?: boolean };

/**
 * Runs due work every second for as long as the process lives, one round at a time. The timer never keeps the process
 * alive, and a second call does nothing.
 * @param newContext gives each round its own instant.
 */
export function startJobLoop(newContext: () => JobContext): void {
  if (shared.zhidaJobLoop) return;
  shared.zhidaJobLoop = true;
  let failing = false;
  const round = async () => {
    let taken = 0;
    try {
      taken = await runDue(newContext(), BATCH);
      failing = false;
    } catch (error) {
      if (!failing) log.error({ err: error }, "background work is standing still");
      failing = true;
    }
    setTimeout(round, taken === BATCH ? 0 : PAUSE_MS).unref();
  };
  setTimeout(round, PAUSE_MS).unref();
}
