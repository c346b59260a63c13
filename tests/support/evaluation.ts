import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { evaluationRuns } from "@/db/schema";
import { evaluateJob } from "@/server/quality/evaluation/evaluate-job";
import { contextOf } from "./actors";

/** Does the job of a run until it is over, as the queue would. */
export async function runEvaluation(runId: string, now = new Date()): Promise<typeof evaluationRuns.$inferSelect> {
  for (;;) {
    await evaluateJob(contextOf({ kind: "system" }, now), { runId }, { number: 1, last: false });
    const [run] = await db().select().from(evaluationRuns).where(eq(evaluationRuns.id, runId));
    if (!run) throw new Error("No such run");
    if (run.state !== "running") return run;
  }
}
