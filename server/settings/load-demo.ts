import { sql } from "drizzle-orm";
import { DEMO_STAGES, type SettingsOf } from "@/lib/contracts/settings";
import { env } from "@/lib/env";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import type { JobHandler } from "@/server/jobs/registry";
import { log } from "@/server/log";
import { withTransaction } from "@/server/transaction";
import { keepDemoAccounts } from "./demo-accounts";
import { sharedIds, writeDemo } from "./demo-ledger";
import { forgetSettings, readSettings } from "./get-settings";
import { installDemo } from "./install-demo";

export const LOAD_DEMO_JOB = "settings.load_demo";

/** How far the demo is: `stage` of `stages` parts are there. */
export type DemoProgress = { state: SettingsOf<"demo">["state"]; stage: number; stages: number };

/** What a screen that waits for the demo shows. */
export async function getDemoProgress({ ctx }: { ctx: ServiceContext }): Promise<DemoProgress> {
  requirePermission(ctx, "settings:manage");
  const { value } = await readSettings(ctx.db, "demo");
  return { state: value.state, stage: value.stage, stages: DEMO_STAGES.length };
}

/**
 * Adds the demo company's people, customers, orders, conversations, tickets and articles to this one, in the background.
 * While it is under way, asking again changes nothing.
 * @throws ServiceError conflict `demo_present`.
 */
export async function loadDemo({ ctx }: { ctx: ServiceContext }): Promise<void> {
  const permitted = requirePermission(ctx, "settings:manage");
  await withTransaction(permitted, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('settings:company'))`);
    if ((await readSettings(tx, "company")).value.demo) throw conflict("demo_present");
    const { value } = await readSettings(tx, "demo");
    if (value.state === "loading") return;
    await writeDemo(tx, { state: "loading", stage: 0, before: value.before ?? (await sharedIds(tx)) });
    await enqueueJob(tx, LOAD_DEMO_JOB, {}, { key: "demo" });
  });
}

/** Does what `loadDemo` asked for; a failure shows until the next attempt. */
export const runLoadDemo: JobHandler = async (ctx) => {
  try {
    const beforeCommit = (signIns: Parameters<typeof keepDemoAccounts>[0]) =>
      keepDemoAccounts(signIns).catch((error: unknown) => log.warn({ err: error }, "demo accounts not written down"));
    await installDemo({ ctx, input: { password: env().DEMO_PASSWORD, beforeCommit } });
  } catch (error) {
    await writeDemo(ctx.db, { state: "failed" });
    throw error;
  } finally {
    forgetSettings("company");
  }
};
