import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { ticketConversations, tickets } from "@/db/schema";
import type { Priority } from "@/lib/contracts/conversations";
import type { TicketSource, TicketType } from "@/lib/contracts/tickets";
import { decryptField, encryptField, hashToken, newToken } from "@/lib/crypto";
import { prefixTerms } from "@/lib/text/prefix-terms";
import type { ServiceContext } from "@/server/context";
import { moveUnsettled } from "@/server/conversations/questions";
import { emitEvent } from "@/server/events/emit-event";
import { appendTicketActivity, appendTicketMessage } from "./append-ticket-message";
import type { TicketRow } from "./load-ticket";
import { sealContact } from "./ticket-contact";

const TOKEN = "tickets.token";

export type NewTicket = {
  customerId: string;
  source: TicketSource;
  type: TicketType;
  priority: Priority;
  subject: string;
  description: string;
  locale: string;
  contact: { email?: string; phone?: string };
  orderNumber?: string;
  conversationId?: string;
  submissionId?: string;
};

export type OpenedTicket = { ticket: TicketRow; token: string; repeated: boolean };

/** The token of a ticket's progress link. */
export function progressToken(ticket: Pick<TicketRow, "tokenEncrypted">): Promise<string> {
  return decryptField(ticket.tokenEncrypted, TOKEN);
}

/** The ticket an earlier submission with the same id made, if any. */
async function submitted(tx: Transaction, input: NewTicket): Promise<OpenedTicket | null> {
  if (!input.submissionId) return null;
  const same = and(eq(tickets.customerId, input.customerId), eq(tickets.submissionId, input.submissionId));
  const [ticket] = await tx.select().from(tickets).where(same);
  return ticket ? { ticket, token: await progressToken(ticket), repeated: true } : null;
}

async function insertTicket(tx: Transaction, ctx: ServiceContext, input: NewTicket, token: string): Promise<TicketRow> {
  const { contact, conversationId, ...values } = input;
  const [row] = await tx
    .insert(tickets)
    .values({
      ...values,
      ...(await sealContact(contact)),
      orderNumber: input.orderNumber || null,
      searchTerms: prefixTerms(`${input.subject} ${input.orderNumber ?? ""}`),
      tokenHash: await hashToken(token),
      tokenEncrypted: await encryptField(token, TOKEN),
      createdAt: ctx.now,
    })
    .returning();
  if (!row) throw new Error("Ticket not stored");
  if (conversationId) {
    await tx.insert(ticketConversations).values({ ticketId: row.id, conversationId });
    await moveUnsettled(tx, conversationId, "ticketed");
  }
  return row;
}

/**
 * Stores a new ticket with its progress token, what the customer said as the first message, its conversation, and the
 * event. The one way a ticket comes to be. The same submission id again gives the ticket it made.
 */
export async function openTicket(tx: Transaction, ctx: ServiceContext, input: NewTicket): Promise<OpenedTicket> {
  const earlier = await submitted(tx, input);
  if (earlier) return earlier;
  const token = newToken();
  const ticket = await insertTicket(tx, ctx, input, token);
  await appendTicketActivity(tx, ctx, ticket.id, { name: "created", changes: [] });
  if (input.source !== "agent") {
    await appendTicketMessage(tx, ctx, {
      ticketId: ticket.id,
      kind: "incoming",
      sender: { type: "customer", id: input.customerId },
      body: input.description,
    });
  }
  await emitEvent(tx, ctx, {
    name: "ticket.created",
    entityId: ticket.id,
    data: { number: ticket.number, type: ticket.type, priority: ticket.priority, source: ticket.source },
  });
  return { ticket, token, repeated: false };
}
