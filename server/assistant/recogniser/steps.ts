import { giveWay } from "@/server/jobs/give-way";

/** Long work that can be interrupted: it pauses often, and goes on when it is asked to. */
export type Steps<Result = void> = Generator<void, Result>;

/** Does all of it at once. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const BUSY_MS = 15;

/** Does all of it, and lets other work of the process go first every few milliseconds. */
export async function runPolitely<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = await runFor(steps, Number.POSITIVE_INFINITY);
    if (done) return value;
  }
}

/**
 * Does a part of it, as politely.
 * @param milliseconds after which no further step is begun. @returns what the last step gave: the result once all is done.
 */
export async function runFor<Result>(
  steps: Steps<Result>,
  milliseconds: number,
): Promise<IteratorResult<void, Result>> {
  const until = performance.now() + milliseconds;
  for (let began = performance.now(); ; ) {
    const step = steps.next();
    const now = performance.now();
    if (step.done || now >= until) return step;
    if (now - began < BUSY_MS) continue;
    await giveWay();
    began = performance.now();
  }
}
