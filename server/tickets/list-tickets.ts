import { type SQL, sql } from "drizzle-orm";
import {
  ACTIVE_TICKET_STATUSES,
  type ListTicketsInput,
  type TicketSummary,
  type TicketView,
} from "@/lib/contracts/tickets";
import { searchTerms } from "@/lib/text/prefix-terms";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";

const PAGE = 50;
/** Literals, as the schema spells them: so the planner can prove that the partial indexes fit. */
const ACTIVE = sql.raw(`t.status in (${ACTIVE_TICKET_STATUSES.map((status) => `'${status}'`).join(", ")})`);

const VIEWS: Record<TicketView, (actor: StaffActor) => SQL> = {
  active: () => ACTIVE,
  mine: ({ staffId }) => sql`${ACTIVE} and t.assignee_id = ${staffId}`,
  unassigned: () => sql`${ACTIVE} and t.assignee_id is null`,
  all: () => sql`true`,
};

/** What a search box holds, as a condition; null when it holds nothing that can be searched. */
function searchCondition(search: string): SQL | null {
  const number = /^#?(\d{1,9})$/.exec(search.trim())?.[1];
  const terms = searchTerms(search);
  const inText = terms.length > 0 ? sql`t.search_terms @> ${sql.param(terms)}::text[]` : null;
  if (number) return inText ? sql`(t.number = ${Number(number)} or ${inText})` : sql`t.number = ${Number(number)}`;
  return inText;
}

/** The restriction a list's filters make, over `t` (tickets). */
export function ticketFilter(actor: StaffActor, input: ListTicketsInput): SQL {
  const search = input.search?.trim() ? searchCondition(input.search) : null;
  const conditions = [
    input.status ? sql`t.status = ${input.status}` : VIEWS[input.view](actor),
    ...(input.status && input.view === "mine" ? [sql`t.assignee_id = ${actor.staffId}`] : []),
    ...(input.status && input.view === "unassigned" ? [sql`t.assignee_id is null`] : []),
    ...(input.type ? [sql`t.type = ${input.type}`] : []),
    ...(input.assigneeId ? [sql`t.assignee_id = ${input.assigneeId}`] : []),
    ...(input.search?.trim() ? [search ?? sql`false`] : []),
    ...(input.before ? [sql`t.number < ${input.before}`] : []),
  ];
  return sql.join(conditions, sql` and `);
}

/** Rows of tickets in the list's shape, newest first, at most `limit`. */
export function selectTickets(condition: SQL, limit: number): SQL {
  return sql`
    select t.id, t.number, t.subject, t.type, t.status, t.priority, t.locale, t.customer_id as "customerId",
      cu.name as "customerName", cu.number as "customerNumber", cu.tier, t.assignee_id as "assigneeId",
      s.public_name as "assigneeName", t.team_id as "teamId", tm.name as "teamName", t.version,
      to_json(t.created_at) #>> '{}' as "createdAt", to_json(t.updated_at) #>> '{}' as "updatedAt"
    from tickets t
    join customers cu on cu.id = t.customer_id
    left join staff s on s.id = t.assignee_id
    left join teams tm on tm.id = t.team_id
    where ${condition} order by t.number desc limit ${limit}`;
}

/** One page of tickets, newest first; `next` is the `before` of the following page, null at the end. */
export async function listTickets({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListTicketsInput;
}): Promise<{ tickets: TicketSummary[]; next: number | null }> {
  const agent = requirePermission(ctx, "tickets:read");
  const { rows } = await ctx.db.execute<TicketSummary>(selectTickets(ticketFilter(agent.actor, input), PAGE + 1));
  const tickets = rows.slice(0, PAGE);
  return { tickets, next: rows.length > PAGE ? (tickets.at(-1)?.number ?? null) : null };
}

/** How many unfinished tickets there are: mine, nobody's, all. */
export async function countTickets({
  ctx,
}: {
  ctx: ServiceContext;
}): Promise<Record<"mine" | "unassigned" | "active", number>> {
  const agent = requirePermission(ctx, "tickets:read");
  const result = await ctx.db.execute<Record<"mine" | "unassigned" | "active", number>>(sql`
    select count(*)::int as active, count(*) filter (where t.assignee_id = ${agent.actor.staffId})::int as mine,
      count(*) filter (where t.assignee_id is null)::int as unassigned
    from tickets t where ${ACTIVE}`);
  return result.rows[0] ?? { mine: 0, unassigned: 0, active: 0 };
}
