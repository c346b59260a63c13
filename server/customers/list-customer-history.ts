import { sql } from "drizzle-orm";
import type { CustomerPageInput, PastConversation, PastTicket } from "@/lib/contracts/customers";
import { requirePermission, type ServiceContext } from "@/server/context";

const PAGE = 20;
const OPENING_LENGTH = 140;

function pageOf<Row extends { id: string }>(rows: Row[]): { items: Row[]; next: string | null } {
  const items = rows.slice(0, PAGE);
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
}

const older = (column: ReturnType<typeof sql>, cursor: string | undefined) =>
  cursor ? sql`and ${column} < ${cursor}` : sql``;

/** One page of what a customer talked about with us, the latest first. */
export async function listCustomerConversations({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: CustomerPageInput;
}): Promise<{ items: PastConversation[]; next: string | null }> {
  requirePermission(ctx, "customers:read");
  const { rows } = await ctx.db.execute<PastConversation>(sql`
    select c.id, c.number, c.status, i.channel, c.locale,
      (select left(m.body, ${OPENING_LENGTH}) from messages m
        where m.conversation_id = c.id and m.kind = 'incoming' order by m.seq limit 1) as opening,
      (select r.score from ratings r join resolutions s on s.id = r.resolution_id
        where s.conversation_id = c.id order by s.at desc limit 1) as score,
      to_json(c.created_at) #>> '{}' as "createdAt"
    from conversations c join inboxes i on i.id = c.inbox_id
    where c.customer_id = ${input.customerId} ${older(sql`c.id`, input.cursor)}
    order by c.id desc limit ${PAGE + 1}`);
  return pageOf(rows);
}

/** One page of a customer's tickets, the latest first. */
export async function listCustomerTickets({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: CustomerPageInput;
}): Promise<{ items: PastTicket[]; next: string | null }> {
  requirePermission(ctx, "tickets:read");
  const { rows } = await ctx.db.execute<PastTicket>(sql`
    select t.id, t.number, t.subject, t.locale, t.status, to_json(t.created_at) #>> '{}' as "createdAt"
    from tickets t where t.customer_id = ${input.customerId} ${older(sql`t.id`, input.cursor)}
    order by t.id desc limit ${PAGE + 1}`);
  return pageOf(rows);
}
