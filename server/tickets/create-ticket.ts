import type { Transaction } from "@/db/client";
import type { CreateTicketInput } from "@/lib/contracts/tickets";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { lockConversation } from "@/server/conversations/load-conversation";
import { withTransaction } from "@/server/transaction";
import { changeTicket } from "./change-ticket";
import { type OpenedTicket, openTicket } from "./open-ticket";
import { confirmByMail } from "./submit-ticket";
import { lockOwner, type TicketOwner } from "./ticket-owner";

async function ownerOf(tx: Transaction, actor: StaffActor, input: CreateTicketInput): Promise<TicketOwner> {
  if (!input.conversationId) return lockOwner(tx, input.customerId ?? "");
  const conversation = await lockConversation(tx, actor, input.conversationId);
  return lockOwner(tx, conversation.customerId);
}

/**
 * An agent opens a ticket, from a conversation or for a customer. It begins in progress, and the customer is mailed the
 * progress link when an address is known. The same `submissionId` again gives the first ticket.
 * @throws ServiceError not_found `conversation_not_found`, `customer_not_found`, `staff_not_found`, `team_not_found`.
 */
export async function createTicket({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: CreateTicketInput;
}): Promise<OpenedTicket> {
  const agent = requirePermission(ctx, "tickets:write");
  return withTransaction(agent, async (tx) => {
    const owner = await ownerOf(tx, agent.actor, input);
    const opened = await openTicket(tx, agent, {
      source: "agent",
      customerId: owner.customerId,
      type: input.type,
      priority: input.priority,
      subject: input.subject,
      description: input.description,
      locale: owner.locale,
      contact: {},
      orderNumber: input.orderNumber,
      conversationId: input.conversationId,
      submissionId: input.submissionId,
    });
    if (opened.repeated) return opened;
    const { assigneeId = null, teamId = null } = input;
    const ticket = await changeTicket(tx, agent, opened.ticket, { status: "open", assigneeId, teamId });
    await confirmByMail(tx, agent, opened);
    return { ...opened, ticket };
  });
}
