import { and, desc, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { evaluationRuns } from "@/db/schema";
import type { OUTCOMES, OutcomeCounts } from "@/lib/contracts/evaluation";
import { rehearsalGround } from "@/server/assistant/rehearsal-ground";
import { emitEvent } from "@/server/events/emit-event";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import type { JobContext, JobHandler } from "@/server/jobs/registry";
import { selectRows } from "@/server/sql";
import { withTransaction } from "@/server/transaction";
import { EVALUATE_JOB } from "./begin-run";
import { evaluateBatch } from "./evaluate-batch";
import { knowledgeStamp } from "./knowledge-stamp";

/** A process works on a run this long at a time; other jobs and its customers come between. */
const SLICE_MS = 2_000;
/** Results of older runs than these are forgotten, their counts are not. */
const RUNS_WITH_RESULTS = 30;

/** Gets on with a run for a while. @returns whether there is more to do. */
async function evaluateSlice(ctx: JobContext, runId: string): Promise<boolean> {
  const until = performance.now() + SLICE_MS;
  const [ground, knowledge] = [await rehearsalGround(ctx.db), await knowledgeStamp(ctx.db)];
  for (let more = true; more; ) {
    more = await evaluateBatch(ctx, runId, ground, knowledge);
    if (more && performance.now() > until) return true;
  }
  return false;
}

async function countOutcomes(tx: Transaction, runId: string): Promise<OutcomeCounts> {
  const rows = await selectRows<{ locale: string; outcome: (typeof OUTCOMES)[number]; n: number }>(
    tx,
    sql`select c.locale, r.outcome, count(*)::int as n from evaluation_results r join golden_cases c on c.id = r.case_id
      where r.run_id = ${runId} and r.outcome is not null group by 1, 2`,
  );
  const counts: OutcomeCounts = {};
  for (const { locale, outcome, n } of rows) counts[locale] = { ...counts[locale], [outcome]: n };
  return counts;
}

async function forgetOldResults(tx: Transaction): Promise<void> {
  const kept = tx
    .select({ id: evaluationRuns.id })
    .from(evaluationRuns)
    .orderBy(desc(evaluationRuns.startedAt))
    .limit(RUNS_WITH_RESULTS);
  await tx.execute(sql`delete from evaluation_results where run_id not in (${kept})`);
}

/** Ends a run that is still under way. */
async function endRun(ctx: JobContext, runId: string, state: "done" | "failed"): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const running = and(eq(evaluationRuns.id, runId), eq(evaluationRuns.state, "running"));
    const counts = state === "done" ? await countOutcomes(tx, runId) : null;
    const [run] = await tx
      .update(evaluationRuns)
      .set({ state, counts, endedAt: ctx.now })
      .where(running)
      .returning({ id: evaluationRuns.id });
    if (!run) return;
    await forgetOldResults(tx);
    await emitEvent(tx, ctx, { name: "evaluation.ended", entityId: runId, data: { state } });
  });
}

/**
 * The job: gets on with the run it names and calls itself again until the run is done, so that a run is never longer
 * than a while in one piece and goes on where it was cut off. A run whose job is given up has failed.
 */
export const evaluateJob: JobHandler = async (ctx, { runId }, { last }) => {
  if (typeof runId !== "string") return;
  try {
    if (await evaluateSlice(ctx, runId)) await enqueueJob(ctx.db, EVALUATE_JOB, { runId }, { key: runId });
    else await endRun(ctx, runId, "done");
  } catch (error) {
    if (last) await endRun(ctx, runId, "failed");
    throw error;
  }
};
