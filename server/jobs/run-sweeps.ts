import { JOB_QUEUE } from "@/db/job-queue";
import { log } from "@/server/log";
import { startedBoss } from "./boss";
import { type JobContext, registeredSweeps, type Sweep } from "./registry";

/** Gives jobs of a dead process back to the queue and removes old ones. */
const queueUpkeep: Sweep = {
  name: "job-queue",
  everySeconds: 60,
  run: async () => (await startedBoss()).supervise(JOB_QUEUE),
};

const lastRun = new Map<string, number>();

/** Runs every sweep whose interval has passed in this process. One that fails is logged and tried again at its next turn. */
export async function runSweeps(ctx: JobContext): Promise<void> {
  for (const sweep of [...registeredSweeps(), queueUpkeep]) {
    const last = lastRun.get(sweep.name);
    if (last !== undefined && ctx.now.getTime() - last < sweep.everySeconds * 1000) continue;
    lastRun.set(sweep.name, ctx.now.getTime());
    try {
      await sweep.run(ctx);
    } catch (error) {
      log.error({ sweep: sweep.name, err: error }, "sweep failed");
    }
  }
}
