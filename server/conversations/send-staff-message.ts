import type { SendMessageInput } from "@/lib/contracts/conversations";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { appendMessage, type MessageRow } from "./append-message";
import { lockConversation } from "./load-conversation";
import { storedMessage } from "./stored-message";

/**
 * Stores an agent's reply (Markdown, only by the one who holds the conversation) or internal note (any agent, any
 * status). Idempotent by client message id.
 * @throws ServiceError conflict `not_assignee`, `client_message_id_reused`.
 */
export async function sendStaffMessage({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SendMessageInput & { conversationId: string; kind: "outgoing" | "note" };
}): Promise<{ message: MessageRow; repeated: boolean }> {
  const agent = requirePermission(ctx, "conversations:reply");
  return withTransaction(agent, async (tx) => {
    const conversation = await lockConversation(tx, agent.actor, input.conversationId);
    const own = { kind: input.kind, senderType: "agent", senderId: agent.actor.staffId } as const;
    const existing = await storedMessage(tx, input, own);
    if (existing) return { message: existing, repeated: true };
    if (input.kind === "outgoing" && conversation.assigneeId !== agent.actor.staffId) throw conflict("not_assignee");
    const message = await appendMessage(tx, agent, {
      conversationId: input.conversationId,
      kind: input.kind,
      sender: { type: "agent", id: agent.actor.staffId },
      body: input.text,
      clientMessageId: input.clientMessageId,
      attachmentIds: input.attachmentIds,
    });
    return { message, repeated: false };
  });
}
