import type { ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { senderOf, storedTicketMessage } from "./append-ticket-message";
import { changeTicket } from "./change-ticket";
import { lockTicketByToken } from "./load-ticket";
import { storeReply } from "./reply-ticket";
import { mayReopen, statusAfterCustomer } from "./transitions";

/**
 * The customer answers on the progress page. Who holds the link is the customer; a ticket that waits for them, or was
 * solved, goes back to work. Idempotent by client message id.
 * @throws ServiceError not_found; conflict `reopen_window_passed`, `client_message_id_reused`.
 */
export async function replyByToken({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { token: string; text: string; clientMessageId: string };
}): Promise<{ number: number; repeated: boolean }> {
  return withTransaction(ctx, async (tx) => {
    const ticket = await lockTicketByToken(tx, input.token);
    const { number } = ticket;
    const asCustomer: ServiceContext = { ...ctx, actor: { kind: "customer", customerId: ticket.customerId } };
    const existing = await storedTicketMessage(tx, { ...input, ticketId: ticket.id }, senderOf(asCustomer));
    if (existing) return { number, repeated: true };
    if (!mayReopen(ticket, ctx.now)) throw conflict("reopen_window_passed");
    await storeReply(tx, asCustomer, ticket, { ...input, kind: "incoming" });
    await changeTicket(tx, asCustomer, ticket, { status: statusAfterCustomer(ticket.status) });
    return { number, repeated: false };
  });
}
