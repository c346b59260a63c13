import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { ConversationStatus, MessageView, QueueView } from "@/lib/contracts/conversations";
import { requireCustomer, requirePermission, type ServiceContext } from "@/server/context";
import { queuePosition } from "@/server/routing/queue-position";
import { type ConversationRow, loadConversation } from "./load-conversation";
import { selectMessageViews } from "./message-view";

const PAGE = 200;

/**
 * The last row, in the customer's numbering, that whoever holds the conversation or held it has read; 0 = none. Others of
 * the staff may look in, but nobody answers because of it.
 */
async function readByHolders(db: Executor, { id }: ConversationRow): Promise<number> {
  const { rows } = await db.execute<{ seq: number }>(sql`
    select coalesce(max(m.public_seq), 0)::int as seq from messages m where m.conversation_id = ${id}
      and m.seq <= (select max(r.seq) from read_marks r join assignments a on a.conversation_id = r.conversation_id
        and a.staff_id = r.reader where r.conversation_id = ${id})`);
  return rows[0]?.seq ?? 0;
}

/**
 * What a customer sees of a conversation after a number of theirs: rows, status, the place in the queue, and how far
 * whoever serves them has read.
 */
export async function listPublicMessages({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; after: number };
}): Promise<{
  messages: MessageView[];
  status: ConversationStatus;
  queue: QueueView | null;
  readUpTo: number;
  conversation: ConversationRow;
}> {
  const customer = requireCustomer(ctx);
  const conversation = await loadConversation(ctx.db, customer.actor, input.conversationId);
  const [messages, queue, readUpTo] = await Promise.all([
    selectMessageViews(ctx.db, { ...input, side: "customer", limit: PAGE }),
    queuePosition(ctx, conversation),
    readByHolders(ctx.db, conversation),
  ]);
  return { messages, status: conversation.status, queue, readUpTo, conversation };
}

/**
 * A stretch of a conversation for staff, oldest first, at most 200 rows: those after a number, or with `before` the
 * last ones in front of it.
 */
export async function listMessages({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; after: number; before?: number };
}): Promise<MessageView[]> {
  const agent = requirePermission(ctx, "conversations:read");
  const { id, lastSeq } = await loadConversation(ctx.db, agent.actor, input.conversationId);
  const end = Math.min(input.before ?? 0, lastSeq + 1);
  const first = input.before === undefined ? input.after : Math.max(input.after, end - 1 - PAGE);
  const condition = input.before === undefined ? undefined : sql`m.seq < ${end}`;
  return selectMessageViews(ctx.db, { conversationId: id, after: first, side: "staff", limit: PAGE, condition });
}
