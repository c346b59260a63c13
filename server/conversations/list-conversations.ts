import { type SQL, sql } from "drizzle-orm";
import type { Channel } from "@/lib/contracts/channels";
import type { ConversationView } from "@/lib/contracts/conversation-views";
import type { ConversationStatus, Priority, SenderType } from "@/lib/contracts/conversations";
import type { CustomerTier } from "@/lib/contracts/customers";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { queueOrder } from "@/server/routing/queue-position";

export type ConversationSummary = {
  id: string;
  number: number;
  status: ConversationStatus;
  priority: Priority;
  locale: string;
  channel: Channel;
  customerId: string;
  customerName: string | null;
  customerNumber: number;
  tier: CustomerTier;
  assigneeId: string | null;
  assigneeName: string | null;
  preview: string | null;
  previewSender: SenderType | null;
  /** ISO instant: in the queue since they asked for a person, whoever answered meanwhile; else since the unanswered message. */
  waitingSince: string | null;
  /** ISO instant. */
  lastMessageAt: string;
  lastSeq: number;
  readSeq: number;
  version: number;
};

const PAGE = 50;

function viewCondition(view: ConversationView, actor: StaffActor): SQL {
  if (view === "mine") return sql`c.assignee_id = ${actor.staffId}`;
  if (view === "queue") return sql`c.status = 'queued'`;
  if (view === "team") return sql`c.assignee_id is not null and c.assignee_id <> ${actor.staffId}`;
  return sql`true`;
}

function viewOrder(view: ConversationView): SQL {
  if (view === "queue") return queueOrder;
  if (view === "all") return sql`c.id desc`;
  return sql`c.waiting_since nulls last, c.id`;
}

/** One page of a list, in working order. `all` pages by id with `before`; the others fit one page. */
export async function listConversations({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { view: ConversationView; status?: ConversationStatus; before?: string };
}): Promise<ConversationSummary[]> {
  const agent = requirePermission(ctx, "conversations:read");
  const conditions = [viewCondition(input.view, agent.actor)];
  if (input.status) conditions.push(sql`c.status = ${input.status}`);
  if (input.before) conditions.push(sql`c.id < ${input.before}`);
  return selectSummaries(agent, sql.join(conditions, sql` and `), viewOrder(input.view));
}

/** The same shape for any restriction; used for lists and for one row. */
export async function selectSummaries(
  ctx: ServiceContext<StaffActor>,
  condition: SQL,
  order: SQL,
): Promise<ConversationSummary[]> {
  const result = await ctx.db.execute<ConversationSummary>(sql`
    select c.id, c.number, c.status, c.priority, c.locale, i.channel, c.customer_id as "customerId",
      cu.name as "customerName", cu.number as "customerNumber", cu.tier, c.assignee_id as "assigneeId",
      s.public_name as "assigneeName", c.preview, c.preview_sender as "previewSender",
      to_json(case c.status when 'queued' then c.queued_at else c.waiting_since end) #>> '{}' as "waitingSince",
      to_json(c.last_message_at) #>> '{}' as "lastMessageAt",
      c.last_seq as "lastSeq", coalesce(r.seq, 0) as "readSeq", c.version
    from conversations c
    join customers cu on cu.id = c.customer_id
    join inboxes i on i.id = c.inbox_id
    left join staff s on s.id = c.assignee_id
    left join read_marks r on r.conversation_id = c.id and r.reader = ${ctx.actor.staffId}
    where ${condition} order by ${order} limit ${PAGE}`);
  return result.rows;
}

/** How many conversations each list holds; `unread` counts those of `mine` with something the agent has not seen. */
export type ConversationCounts = Record<"mine" | "unread" | "queue" | "team", number>;

/** The sizes of the lists, for the one who asks. */
export async function countConversations({ ctx }: { ctx: ServiceContext }): Promise<ConversationCounts> {
  const { staffId } = requirePermission(ctx, "conversations:read").actor;
  const result = await ctx.db.execute<ConversationCounts>(sql`
    select
      (select count(*)::int from conversations where assignee_id = ${staffId}) as mine,
      (select count(*)::int from conversations c left join read_marks r on r.conversation_id = c.id and r.reader = ${staffId}
        where c.assignee_id = ${staffId} and c.last_seq > coalesce(r.seq, 0)) as unread,
      (select count(*)::int from conversations where status = 'queued') as queue,
      (select count(*)::int from conversations where assignee_id is not null and assignee_id <> ${staffId}) as team`);
  return result.rows[0] ?? { mine: 0, unread: 0, queue: 0, team: 0 };
}
