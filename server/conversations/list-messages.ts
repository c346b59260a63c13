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

/** Every row of a conversation after a number, for staff. */
export async function listMessages({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string; after: number };
}): Promise<MessageView[]> {
  const agent = requirePermission(ctx, "conversations:read");
  await loadConversation(ctx.db, agent.actor, input.conversationId);
  return selectMessageViews(ctx.db, { ...input, side: "staff", limit: PAGE });
}
