import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, resolutions, tickets } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { resolutionOfRatingToken } from "@/server/conversations/rating-token";
import { type ResolutionRow, storeRating } from "@/server/conversations/store-rating";
import { conflict, notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { appendTicketActivity } from "@/server/tickets/append-ticket-message";
import { withTransaction } from "@/server/transaction";
import { mayRate } from "./may-rate";

async function tellConversation(
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  const [row] = await tx.select({ epoch: conversations.epoch }).from(conversations).where(eq(conversations.id, id));
  await emitEvent(tx, ctx, { name: "conversation.rated", entityId: id, data: { ...data, epoch: row?.epoch } });
}

async function tellTicket(tx: Transaction, ctx: ServiceContext, id: string, score: number, data: object) {
  await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.id, id)).for("update");
  await appendTicketActivity(tx, ctx, id, { name: "rated", changes: [], score });
  await emitEvent(tx, ctx, { name: "ticket.rated", entityId: id, data: { ...data } });
}

async function lockResolution(tx: Transaction, resolutionId: string): Promise<ResolutionRow> {
  const [row] = await tx.select().from(resolutions).where(eq(resolutions.id, resolutionId)).for("update");
  if (!row) throw notFound("rating_not_found");
  return row;
}

/**
 * Stores the rating of a mailed link, of a conversation or a ticket; within a day it replaces the one before.
 * @throws ServiceError not_found `rating_not_found` for a token not signed here; conflict `not_resolved` when the case
 * came back, `rating_closed` a month after, `already_rated` after a day.
 */
export async function rateByToken({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { token: string; score: number; comment?: string };
}): Promise<{ score: number }> {
  const resolutionId = await resolutionOfRatingToken(input.token);
  if (!resolutionId) throw notFound("rating_not_found");
  return withTransaction(ctx, async (tx) => {
    const resolution = await lockResolution(tx, resolutionId);
    const refusal = mayRate(resolution, ctx.now);
    if (refusal) throw conflict(refusal);
    const { score, comment } = input;
    const rating = await storeRating(tx, ctx, resolution, { score, comment, change: true });
    const data = { ratingId: rating.id, score };
    if (resolution.ticketId) await tellTicket(tx, ctx, resolution.ticketId, score, data);
    if (resolution.conversationId) await tellConversation(tx, ctx, resolution.conversationId, data);
    return { score };
  });
}
