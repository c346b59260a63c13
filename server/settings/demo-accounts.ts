import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { SignIn } from "@/db/seed/company";
import { STAFF_ROLES } from "@/lib/contracts/team";
import { env } from "@/lib/env";
import type { ServiceContext } from "@/server/context";
import { getSettings } from "./get-settings";

const accountsSchema = z.array(z.object({ role: z.enum(STAFF_ROLES), name: z.string(), email: z.string() }));
export type DemoAccount = z.infer<typeof accountsSchema>[number];

const pathOfAccounts = () => join(env().DATA_DIR, "sign-ins.json");

/** Writes down how the demo's people sign in, readable by the operator alone; replaced whole, so never half-written. */
export async function keepDemoAccounts(signIns: readonly SignIn[]): Promise<void> {
  const path = pathOfAccounts();
  await writeFile(`${path}.new`, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** Forgets them when the demo leaves. */
export async function forgetDemoAccounts(): Promise<void> {
  await rm(pathOfAccounts(), { force: true });
}

/** Who can sign in to the demo company, without passwords; nobody once the company is a real one. */
export async function listDemoAccounts(ctx: Pick<ServiceContext, "db">): Promise<DemoAccount[]> {
  const { demo } = await getSettings(ctx.db, "company");
  if (!demo) return [];
  try {
    const text = await readFile(pathOfAccounts(), "utf8");
    return accountsSchema.parse(JSON.parse(text));
  } catch {
    return [];
  }
}
