import { PgBoss } from "pg-boss";
import { pool } from "./client";

/** The one queue of background work; a job's `data.name` says which handler it is for. */
export const JOB_QUEUE = "work";

/** A job is tried again after about 5 s, 10 s, 20 s … at most an hour apart, and given up after this many retries. */
export const JOB_RETRIES = 8;

/**
 * pg-boss over the process's own pool. It polls nothing by itself: `server/jobs` decides when work runs.
 * @param install creates or migrates pg-boss's schema; only migrations do.
 */
export function createBoss(install: boolean): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool().query(text, values) },
    migrate: install,
    createSchema: install,
    supervise: false,
    schedule: false,
  });
  // Its errors also reject the call that met them; without a listener they would end the process.
  boss.on("error", () => undefined);
  return boss;
}

/** Installs pg-boss and the queue, or brings both up to date. */
export async function installJobQueue(): Promise<void> {
  const boss = createBoss(true);
  await boss.start();
  const options = {
    retryLimit: JOB_RETRIES,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 120,
  };
  if (await boss.getQueue(JOB_QUEUE)) await boss.updateQueue(JOB_QUEUE, options);
  else await boss.createQueue(JOB_QUEUE, { ...options, policy: "short", deleteAfterSeconds: 86_400 });
  await boss.stop({ graceful: false, close: false });
}
