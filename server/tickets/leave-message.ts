import type { LeaveMessageInput } from "@/lib/contracts/tickets";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { appendActivity } from "@/server/conversations/append-message";
import { lockConversation } from "@/server/conversations/load-conversation";
import { mentionedOrderNumbers } from "@/server/conversations/order-numbers";
import { leaveQueue } from "@/server/conversations/withdraw-handoff";
import { conflict } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { guessTicketType } from "./guess-ticket-type";
import { type OpenedTicket, openTicket } from "./open-ticket";
import { shortSubject } from "./short-subject";
import { confirmByMail } from "./submit-ticket";
import { lockOwner } from "./ticket-owner";
import { ticketPriority } from "./ticket-priority";

/**
 * The customer leaves a message instead of waiting: out of hours, or while in the queue. In one transaction the message
 * becomes a ticket tied to the conversation, and the place in the queue is given up.
 * @throws ServiceError not_found for a foreign conversation; conflict `with_person` while an agent holds it.
 */
export async function leaveMessage({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: LeaveMessageInput;
}): Promise<OpenedTicket> {
  const customer = requireCustomer(ctx);
  return withTransaction(customer, async (tx) => {
    const conversation = await lockConversation(tx, customer.actor, input.conversationId);
    if (conversation.assigneeId) throw conflict("with_person");
    const owner = await lockOwner(tx, conversation.customerId);
    const type = guessTicketType(input.text);
    const opened = await openTicket(tx, customer, {
      source: "message",
      customerId: owner.customerId,
      type,
      priority: ticketPriority(type, owner.tier),
      subject: shortSubject(input.text),
      description: input.text,
      locale: conversation.locale,
      contact: { email: input.email, phone: input.phone },
      orderNumber: mentionedOrderNumbers(input.text)[0],
      conversationId: conversation.id,
      submissionId: input.submissionId,
    });
    if (opened.repeated) return opened;
    if (conversation.status === "queued") await leaveQueue(tx, customer, conversation, "left_message");
    else await appendActivity(tx, customer, conversation.id, "left_message");
    await confirmByMail(tx, customer, opened);
    return opened;
  });
}
