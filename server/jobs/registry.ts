import type { ServiceContext } from "@/server/context";

export type JobContext = ServiceContext<{ kind: "system" }>;

/**
 * Does one job. It may run more than once for one job (a process can die after the work), so it is idempotent; what
 * it throws sends the job back for a later attempt.
 * @param data what was enqueued; ids only, read again from the database.
 * @param attempt `last` when there will be no further attempt.
 */
export type JobHandler = (
  ctx: JobContext,
  data: Record<string, unknown>,
  attempt: { number: number; last: boolean },
) => Promise<void>;

/** A periodic, idempotent search for work that something else should have done. */
export type Sweep = { name: string; everySeconds: number; run: (ctx: JobContext) => Promise<unknown> };

let handlers: Readonly<Record<string, JobHandler>> = {};
let sweeps: readonly Sweep[] = [];

/** Called once a process by the composition root with every domain's job handlers and sweeps. */
export function registerJobs(all: Readonly<Record<string, JobHandler>>, periodic: readonly Sweep[]): void {
  handlers = all;
  sweeps = periodic;
}

/** The handler of a job name, or undefined when this process knows none. */
export function jobHandler(name: string): JobHandler | undefined {
  return handlers[name];
}

export function registeredSweeps(): readonly Sweep[] {
  return sweeps;
}
