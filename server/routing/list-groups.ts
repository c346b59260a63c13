import { asc } from "drizzle-orm";
import { skillGroups } from "@/db/schema";
import { requirePermission, type ServiceContext } from "@/server/context";

/** The skill groups a conversation can be passed to. */
export async function listGroups({ ctx }: { ctx: ServiceContext }) {
  requirePermission(ctx, "conversations:read");
  return ctx.db
    .select({ id: skillGroups.id, name: skillGroups.name })
    .from(skillGroups)
    .orderBy(asc(skillGroups.position), asc(skillGroups.id));
}
