import { mentionedOrderNumbers } from "@/server/conversations/order-numbers";
import { guessTicketType } from "@/server/tickets/guess-ticket-type";
import { openTicket } from "@/server/tickets/open-ticket";
import { shortSubject } from "@/server/tickets/short-subject";
import { confirmByMail } from "@/server/tickets/submit-ticket";
import { lockOwner } from "@/server/tickets/ticket-owner";
import { ticketPriority } from "@/server/tickets/ticket-priority";
import { type BuiltinAction, done } from "./builtin-work";

/** Opens a ticket with what the customer wrote, tied to the conversation. It is the conversation's customer's. */
export const openRequest: BuiltinAction = async ({ tx, ctx, values, conversation, locale, runKey }) => {
  const { description = "", contact = "" } = values;
  const owner = await lockOwner(tx, conversation.customerId);
  const type = guessTicketType(description);
  const opened = await openTicket(tx, ctx, {
    source: "message",
    customerId: owner.customerId,
    type,
    priority: ticketPriority(type, owner.tier),
    subject: shortSubject(description),
    description,
    locale,
    contact: contact.includes("@") ? { email: contact } : { phone: contact },
    orderNumber: mentionedOrderNumbers(description)[0],
    conversationId: conversation.id,
    submissionId: runKey,
  });
  if (!opened.repeated) await confirmByMail(tx, ctx, opened);
  return done({ ticket_number: String(opened.ticket.number) });
};
