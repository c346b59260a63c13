import type { PgBoss } from "pg-boss";
import { createBoss } from "@/db/job-queue";

const shared = globalThis as typeof globalThis & { zhidaBoss?: Promise<PgBoss> };

/** The process's pg-boss, started on first use. @throws Error while the database is not migrated or not reachable. */
export function startedBoss(): Promise<PgBoss> {
  shared.zhidaBoss ??= createBoss(false)
    .start()
    .catch((error: unknown) => {
      shared.zhidaBoss = undefined;
      throw error;
    });
  return shared.zhidaBoss;
}
