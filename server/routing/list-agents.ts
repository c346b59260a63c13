import { sql } from "drizzle-orm";
import type { PresenceState } from "@/lib/contracts/routing";
import type { StaffRole } from "@/lib/contracts/team";
import { requirePermission, type ServiceContext } from "@/server/context";
import { agentState } from "./agent-state";

export type AgentView = {
  id: string;
  name: string;
  role: StaffRole;
  state: PresenceState;
  capacity: number;
  load: number;
  groupIds: string[];
};

/** Everybody who can serve, with presence true on read, capacity and how many conversations they hold. */
export async function listAgents({ ctx }: { ctx: ServiceContext }): Promise<AgentView[]> {
  requirePermission(ctx, "conversations:read");
  const result = await ctx.db.execute<AgentView>(sql`
    select s.id, s.public_name as name, s.role,
      ${agentState(ctx)} as state,
      coalesce(presence.capacity, 0) as capacity,
      (select count(*)::int from conversations c where c.assignee_id = s.id) as load,
      coalesce((select jsonb_agg(m.group_id) from skill_group_members m where m.staff_id = s.id), '[]'::jsonb) as "groupIds"
    from staff s left join presence on presence.staff_id = s.id
    where s.disabled_at is null and s.role <> 'editor'
    order by s.public_name`);
  return result.rows;
}
