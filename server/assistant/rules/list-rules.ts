import { asc } from "drizzle-orm";
import { assistantRules } from "@/db/schema";
import { requirePermission, type ServiceContext } from "@/server/context";

/** A rule as administrators see it, enabled or not. */
export type RuleRow = typeof assistantRules.$inferSelect;

/** Every rule, oldest first. */
export async function listRules({ ctx }: { ctx: ServiceContext }): Promise<RuleRow[]> {
  requirePermission(ctx, "settings:manage");
  return ctx.db.select().from(assistantRules).orderBy(asc(assistantRules.id));
}
