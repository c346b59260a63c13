import { and, desc, eq, isNull } from "drizzle-orm";
import { resolutions } from "@/db/schema";
import type { PublicTicket } from "@/lib/contracts/tickets";
import type { ServiceContext } from "@/server/context";
import { signRatingToken } from "@/server/conversations/rating-token";
import { loadTicketByToken, type TicketRow } from "./load-ticket";
import { publicMessages, selectTicketMessages, statusHistory } from "./ticket-message-view";
import { mayReopen } from "./transitions";

async function ratingTokenOf(ctx: ServiceContext, ticket: TicketRow): Promise<string | null> {
  const standing = and(eq(resolutions.ticketId, ticket.id), isNull(resolutions.returnedAt));
  const [last] = await ctx.db
    .select({ id: resolutions.id })
    .from(resolutions)
    .where(standing)
    .orderBy(desc(resolutions.at))
    .limit(1);
  return last ? signRatingToken(last.id) : null;
}

/**
 * What a progress link shows, to anybody who holds it: never notes, staff's description, or contact details.
 * @throws ServiceError not_found.
 */
export async function getTicketByToken({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { token: string };
}): Promise<PublicTicket> {
  const ticket = await loadTicketByToken(ctx.db, input.token);
  const [story, ratingToken] = await Promise.all([selectTicketMessages(ctx.db, ticket.id), ratingTokenOf(ctx, ticket)]);
  const { number, subject, status, locale } = ticket;
  const createdAt = ticket.createdAt.toISOString();
  return {
    number,
    subject,
    status,
    locale,
    createdAt,
    messages: publicMessages(story),
    history: statusHistory(story, createdAt),
    canReply: mayReopen(ticket, ctx.now),
    ratingToken,
  };
}
