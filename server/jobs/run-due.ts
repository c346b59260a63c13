import type { JobWithMetadata } from "pg-boss";
import { JOB_QUEUE } from "@/db/job-queue";
import { log } from "@/server/log";
import { startedBoss } from "./boss";
import type { QueuedJob } from "./enqueue-job";
import { type JobContext, jobHandler } from "./registry";
import { runSweeps } from "./run-sweeps";

async function runJob(ctx: JobContext, job: JobWithMetadata<QueuedJob>): Promise<void> {
  const boss = await startedBoss();
  const { name, data } = job.data;
  try {
    const handler = jobHandler(name);
    if (!handler) throw new Error("No handler");
    await handler(ctx, data, { number: job.retryCount + 1, last: job.retryCount >= job.retryLimit });
    await boss.complete(JOB_QUEUE, job);
  } catch (error) {
    log.warn({ job: name, jobId: job.id, attempt: job.retryCount + 1, err: error }, "job failed");
    await boss.fail(JOB_QUEUE, job, { message: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Runs the sweeps that are due and up to `limit` queued jobs, one after another. Several processes may call it at
 * once: a job is fetched by one of them. A job that fails is retried later, after growing pauses.
 * @returns how many jobs were taken up.
 */
export async function runDue(ctx: JobContext, limit = 20): Promise<number> {
  await runSweeps(ctx);
  const boss = await startedBoss();
  const jobs = await boss.fetch<QueuedJob>(JOB_QUEUE, { batchSize: limit, includeMetadata: true });
  for (const job of jobs) await runJob(ctx, job);
  return jobs.length;
}
