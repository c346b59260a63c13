import { after } from "next/server";

const pending = new Set<Promise<unknown>>();

/**
 * Starts work that the caller need not wait for. Inside a request the platform is told to stay alive until it ends;
 * outside (jobs, scripts, tests) the process itself carries it.
 */
export function defer(work: () => Promise<unknown>): void {
  const running = work().catch(() => undefined);
  pending.add(running);
  void running.finally(() => pending.delete(running));
  try {
    after(running);
  } catch {
    // No request scope here: nothing to keep alive.
  }
}

/** Resolves when all deferred work of this process has ended; scripts and tests wait on it before they look. */
export async function deferredWork(): Promise<void> {
  while (pending.size > 0) await Promise.all(pending);
}
