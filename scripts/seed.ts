import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { db, pool } from "@/db/client";
import { staff } from "@/db/schema";
import type { SignIn } from "@/db/seed/company";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { deferredWork } from "@/server/deferred";
import { installDemo } from "@/server/settings/install-demo";

/** How the demo's people sign in, readable by the operator alone; replaced whole, so never half-written. */
async function writeSignIns(signIns: SignIn[]): Promise<void> {
  const path = join(env().DATA_DIR, "sign-ins.json");
  await writeFile(`${path}.new`, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** Fills an empty database with the demo company. With SEED=none, or once there are staff, it does nothing. */
async function seed(): Promise<void> {
  if (env().SEED !== "demo" || (await db().$count(staff)) > 0) return;
  const ctx = { actor: { kind: "system" } as const, db: db(), now: new Date(), requestId: newId("request") };
  await installDemo({ ctx, input: { password: env().DEMO_PASSWORD, beforeCommit: writeSignIns } });
}

try {
  await seed();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await deferredWork();
  await pool().end();
}
