import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Executor } from "@/db/client";
import { JOB_QUEUE } from "@/db/job-queue";
import { startedBoss } from "./boss";

/** What a queued job carries. */
export type QueuedJob = { name: string; data: Record<string, unknown> };

/**
 * Puts background work in the queue, in the caller's transaction: no commit, no job.
 * @param data ids only, never personal values: the row is readable in the queue.
 * @param options.runAt not before this instant. @param options.key while a job with the same name and key waits, another one is not added.
 */
export async function enqueueJob(
  executor: Executor,
  name: string,
  data: Record<string, unknown>,
  options: { runAt?: Date; key?: string } = {},
): Promise<void> {
  const boss = await startedBoss();
  const job: QueuedJob = { name, data };
  await boss.send(JOB_QUEUE, job, {
    db: fromDrizzle(executor, sql),
    singletonKey: `${name}:${options.key ?? crypto.randomUUID()}`,
    ...(options.runAt && { startAfter: options.runAt }),
  });
}
