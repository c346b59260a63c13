import { desc } from "drizzle-orm";
import { modelSpending } from "@/db/schema";
import { requirePermission, type ServiceContext } from "@/server/context";

/** A day's use of one model. */
export type SpendingRow = typeof modelSpending.$inferSelect;

const ROWS = 60;

/** What configured models have cost, the latest days first. */
export async function listModelSpending({ ctx }: { ctx: ServiceContext }): Promise<SpendingRow[]> {
  requirePermission(ctx, "settings:manage");
  return ctx.db.select().from(modelSpending).orderBy(desc(modelSpending.day), modelSpending.model).limit(ROWS);
}
