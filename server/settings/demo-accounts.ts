import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { STAFF_ROLES } from "@/lib/contracts/team";
import { env } from "@/lib/env";
import type { ServiceContext } from "@/server/context";
import { getSettings } from "./get-settings";

const accountsSchema = z.array(z.object({ role: z.enum(STAFF_ROLES), name: z.string(), email: z.string() }));
export type DemoAccount = z.infer<typeof accountsSchema>[number];

/** Who can sign in to the demo company, without passwords; nobody once the company is a real one. */
export async function listDemoAccounts(ctx: Pick<ServiceContext, "db">): Promise<DemoAccount[]> {
  const { demo } = await getSettings(ctx.db, "company");
  if (!demo) return [];
  try {
    const text = await readFile(join(env().DATA_DIR, "sign-ins.json"), "utf8");
    return accountsSchema.parse(JSON.parse(text));
  } catch {
    return [];
  }
}
