import type { Transaction } from "@/db/client";
import type { ServiceContext } from "./context";
import { defer } from "./deferred";
import { emittedIn } from "./events/emit-event";
import { publishEvent } from "./events/publish-event";
import { sqlState } from "./sql-state";

const RETRIED = new Set(["40P01", "40001"]);
const ATTEMPTS = 4;

/** The constraint a database error names, if any. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("constraint" in current && typeof current.constraint === "string") return current.constraint;
  }
  return undefined;
}

/**
 * Runs writes that belong together; deadlocks and serialisation failures are retried from the start, so `work` may run
 * more than once. Events emitted inside are published after commit, without keeping the caller waiting.
 */
export async function withTransaction<Result>(
  ctx: ServiceContext,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { result, events } = await ctx.db.transaction(async (tx) => ({
        result: await work(tx),
        events: emittedIn(tx),
      }));
      for (const event of events) defer(() => publishEvent(ctx, event));
      return result;
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRIED.has(sqlState(error) ?? "")) throw error;
    }
  }
}
