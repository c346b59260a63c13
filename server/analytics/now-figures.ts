import { sql } from "drizzle-orm";
import type { NowFigures } from "@/lib/contracts/analytics";
import type { ServiceContext } from "@/server/context";
import { listAgents } from "@/server/routing/list-agents";
import { firstRow } from "./conversation-figures";
import { begun, type Filter, matching } from "./conversation-filter";

type Row = {
  queued: number;
  longestSince: string | null;
  withPeople: number;
  withAssistant: number;
  openTickets: number;
};

/** What is going on at this moment: the queue, who holds how much, what is open. */
export async function nowFigures(ctx: ServiceContext, filter: Filter): Promise<NowFigures> {
  const [row, agents] = await Promise.all([
    firstRow<Row>(
      ctx.db,
      sql`select count(*) filter (where c.status = 'queued')::int as queued,
          to_json(min(c.queued_at) filter (where c.status = 'queued')) #>> '{}' as "longestSince",
          count(*) filter (where c.status in ('assigned', 'snoozed'))::int as "withPeople",
          count(*) filter (where c.status = 'assistant')::int as "withAssistant",
          (select count(*)::int from tickets t where t.status in ('new', 'open', 'pending', 'on_hold')) as "openTickets"
        from conversations c
        where c.status in ('assistant', 'queued', 'assigned', 'snoozed') and ${begun} and ${matching(filter)}`,
    ),
    listAgents({ ctx }),
  ]);
  const { queued, longestSince, ...counts } = row;
  const inGroup = agents.filter((agent) => !filter.groupId || agent.groupIds.includes(filter.groupId));
  return {
    ...counts,
    queue: { count: queued, longestSince },
    agents: inGroup.map(({ id, name, state, load, capacity }) => ({ id, name, state, load, capacity })),
  };
}
