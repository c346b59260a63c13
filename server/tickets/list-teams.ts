import { asc } from "drizzle-orm";
import { teams } from "@/db/schema";
import { requirePermission, type ServiceContext } from "@/server/context";

/** The departments a ticket can go to. */
export async function listTeams({ ctx }: { ctx: ServiceContext }): Promise<{ id: string; name: string }[]> {
  requirePermission(ctx, "tickets:read");
  return ctx.db.select({ id: teams.id, name: teams.name }).from(teams).orderBy(asc(teams.name));
}
