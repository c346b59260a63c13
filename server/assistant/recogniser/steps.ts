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
  for (let began = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < BUSY_MS) continue;
    await giveWay();
    began = performance.now();
  }
}
