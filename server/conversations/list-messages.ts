import { sql } from "drizzle-orm";
import type { ConversationStatus, MessageView, QueueView } from "@/lib/contracts/conversations";
import { requireCustomer, requirePermission, type ServiceContext } from "@/server/context";
import { queuePosition } from "@/server/routing/queue-position";
import { type ConversationRow, loadConversation } from "./load-conversation";
import { selectMessageViews } from "./message-view";

const PAGE = 200;

/** What a customer sees of a conversation after a number of theirs: rows, status, and the place in the queue. */
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
  conversation: ConversationRow;
}> {
  const customer = requireCustomer(ctx);
  const conversation = await loadConversation(ctx.db, customer.actor, input.conversationId);
  const [messages, queue] = await Promise.all([
    selectMessageViews(ctx.db, { ...input, side: "customer", limit: PAGE }),
    queuePosition(ctx, conversation),
  ]);
  return { messages, status: conversation.status, queue, conversation };
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
