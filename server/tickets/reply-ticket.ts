import type { Transaction } from "@/db/client";
import type { ReplyTicketInput, TicketMessageKind } from "@/lib/contracts/tickets";
import { requirePermission, type ServiceContext } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { appendTicketMessage, senderOf, storedTicketMessage, type TicketMessageRow } from "./append-ticket-message";
import { changeTicket } from "./change-ticket";
import { lockTicket, type TicketRow } from "./load-ticket";
import { mailTicket, progressUrl } from "./ticket-mail";
import { statusAfterReply } from "./transitions";

/** Stores a message of a locked ticket and emits `ticket.replied`. */
export async function storeReply(
  tx: Transaction,
  ctx: ServiceContext,
  ticket: TicketRow,
  message: {
    kind: Exclude<TicketMessageKind, "activity">;
    text: string;
    clientMessageId: string;
  },
): Promise<TicketMessageRow> {
  const isCustomer = message.kind === "incoming";
  const row = await appendTicketMessage(tx, ctx, {
    ticketId: ticket.id,
    kind: message.kind,
    sender: isCustomer ? { type: "customer", id: ticket.customerId } : senderOf(ctx),
    body: message.text,
    clientMessageId: message.clientMessageId,
  });
  await emitEvent(tx, ctx, {
    name: "ticket.replied",
    entityId: ticket.id,
    data: { number: ticket.number, messageId: row.id, seq: row.seq, kind: row.kind },
  });
  return row;
}

/**
 * An agent answers the customer: the reply shows on the progress page and goes out by mail with its link. A new ticket
 * opens by it; `status` moves it on in the same step. Idempotent by client message id.
 * @throws ServiceError not_found; conflict `client_message_id_reused`, `illegal_move`, `reopen_window_passed`.
 */
export async function replyTicket({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ReplyTicketInput;
}): Promise<{ message: TicketMessageRow; ticket: TicketRow; repeated: boolean }> {
  const agent = requirePermission(ctx, "tickets:write");
  return withTransaction(agent, async (tx) => {
    const ticket = await lockTicket(tx, agent.actor, input.ticketId);
    const existing = await storedTicketMessage(tx, input, senderOf(agent));
    if (existing) return { message: existing, ticket, repeated: true };
    const message = await storeReply(tx, agent, ticket, { ...input, kind: "reply" });
    const opened = await changeTicket(tx, agent, ticket, { status: statusAfterReply(ticket.status) });
    const moved = input.status ? await changeTicket(tx, agent, opened, { status: input.status }) : opened;
    await mailTicket(tx, agent, ticket, {
      kind: "reply",
      dedupe: message.id,
      url: await progressUrl(ticket),
      text: input.text,
    });
    return { message, ticket: moved, repeated: false };
  });
}
