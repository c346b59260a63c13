import { db, disconnect } from "@/db/client";
import { staff } from "@/db/schema";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { deferredWork } from "@/server/deferred";
import { keepDemoAccounts } from "@/server/settings/demo-accounts";
import { installDemo } from "@/server/settings/install-demo";

/** Fills an empty database with the demo company. With SEED=none, or once there are staff, it does nothing. */
async function seed(): Promise<void> {
  if (env().SEED !== "demo" || (await db().$count(staff)) > 0) return;
  const ctx = { actor: { kind: "system" } as const, db: db(), now: new Date(), requestId: newId("request") };
  await installDemo({ ctx, input: { password: env().DEMO_PASSWORD, beforeCommit: keepDemoAccounts } });
}

try {
  await seed();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await deferredWork();
  await disconnect();
}
