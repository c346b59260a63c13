import { eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { ratings, resolutions, tickets } from "@/db/schema";
import { maskEmail } from "@/lib/contact";
import type { TicketHistoryEntry, TicketMessageView, TicketStatus, TicketSummary } from "@/lib/contracts/tickets";
import { maskPhone } from "@/lib/format";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { selectTickets } from "./list-tickets";
import type { TicketRow } from "./load-ticket";
import { type Contact, openContact } from "./ticket-contact";
import { selectTicketMessages, statusHistory } from "./ticket-message-view";
import { mayReopen, TICKET_TRANSITIONS } from "./transitions";

export type TicketDetail = TicketSummary & {
  source: TicketRow["source"];
  description: string;
  orderNumber: string | null;
  /** Masked; `tickets.contact` gives it in full. */
  contact: Contact;
  conversations: { id: string; number: number }[];
  rating: { score: number; comment: string | null } | null;
  history: TicketHistoryEntry[];
  messages: TicketMessageView[];
  /** The statuses it may move to. */
  moves: TicketStatus[];
};

async function linkedConversations(db: Executor, ticketId: string): Promise<TicketDetail["conversations"]> {
  const { rows } = await db.execute<{ id: string; number: number }>(sql`
    select c.id, c.number from ticket_conversations l join conversations c on c.id = l.conversation_id
    where l.ticket_id = ${ticketId} order by c.number`);
  return rows;
}

async function latestRating(db: Executor, ticketId: string): Promise<TicketDetail["rating"]> {
  const [row] = await db
    .select({ score: ratings.score, comment: ratings.comment })
    .from(ratings)
    .innerJoin(resolutions, eq(resolutions.id, ratings.resolutionId))
    .where(eq(resolutions.ticketId, ticketId))
    .orderBy(sql`${resolutions.at} desc`)
    .limit(1);
  return row ?? null;
}

/** One ticket with its story, for staff. @throws ServiceError not_found. */
export async function getTicket({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { ticketId: string };
}): Promise<TicketDetail> {
  requirePermission(ctx, "tickets:read");
  const { rows } = await ctx.db.execute<TicketSummary>(selectTickets(sql`t.id = ${input.ticketId}`, 1));
  const [row] = await ctx.db.select().from(tickets).where(eq(tickets.id, input.ticketId));
  const [summary] = rows;
  if (!summary || !row) throw notFound("ticket_not_found");
  const [contact, conversations, rating, messages] = await Promise.all([
    openContact(ctx.db, row),
    linkedConversations(ctx.db, row.id),
    latestRating(ctx.db, row.id),
    selectTicketMessages(ctx.db, row.id),
  ]);
  return {
    ...summary,
    source: row.source,
    description: row.description,
    orderNumber: row.orderNumber,
    contact: {
      email: contact.email && maskEmail(contact.email),
      phone: contact.phone && maskPhone(contact.phone),
    },
    conversations,
    rating,
    history: statusHistory(messages, row.createdAt.toISOString()),
    messages,
    moves: TICKET_TRANSITIONS[row.status].filter((to) => to !== "open" || mayReopen(row, ctx.now)),
  };
}

/** How a ticket's customer can be reached, in full, for an agent who is about to do so. @throws ServiceError not_found. */
export async function getTicketContact({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { ticketId: string };
}): Promise<Contact> {
  requirePermission(ctx, "tickets:write");
  const [row] = await ctx.db.select().from(tickets).where(eq(tickets.id, input.ticketId));
  if (!row) throw notFound("ticket_not_found");
  return openContact(ctx.db, row);
}
