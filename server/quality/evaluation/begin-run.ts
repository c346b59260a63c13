import { isNull, sql } from "drizzle-orm";
import { evaluationResults, evaluationRuns, goldenCases } from "@/db/schema";
import type { RunCause } from "@/lib/contracts/evaluation";
import type { ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import { violatedConstraint, withTransaction } from "@/server/transaction";
import { knowledgeStamp } from "./knowledge-stamp";

export const EVALUATE_JOB = "quality.evaluate";

/**
 * Begins a run over the cases there are now; the job does it.
 * @throws ServiceError conflict `run_under_way`, `no_cases`.
 */
export async function beginRun(
  ctx: ServiceContext,
  { cause, staffId }: { cause: RunCause; staffId: string | null },
): Promise<{ runId: string }> {
  try {
    return await withTransaction(ctx, async (tx) => {
      const cases = await tx.$count(goldenCases, isNull(goldenCases.archivedAt));
      if (cases === 0) throw conflict("no_cases");
      const [run] = await tx
        .insert(evaluationRuns)
        .values({ cause, staffId, cases, knowledge: await knowledgeStamp(tx), startedAt: ctx.now, workedAt: ctx.now })
        .returning({ id: evaluationRuns.id });
      if (!run) throw new Error("Run not stored");
      const asked = tx
        .select({ runId: sql<string>`${run.id}`.as("run_id"), caseId: goldenCases.id })
        .from(goldenCases)
        .where(isNull(goldenCases.archivedAt));
      await tx.execute(sql`insert into ${evaluationResults} (run_id, case_id) ${asked}`);
      await emitEvent(tx, ctx, { name: "evaluation.started", entityId: run.id, data: { cause } });
      await enqueueJob(tx, EVALUATE_JOB, { runId: run.id }, { key: run.id });
      return { runId: run.id };
    });
  } catch (error) {
    if (violatedConstraint(error) === "evaluation_runs_running_key") throw conflict("run_under_way");
    throw error;
  }
}
