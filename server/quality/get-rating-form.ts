import { eq } from "drizzle-orm";
import { conversations, ratings, resolutions, tickets } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { resolutionOfRatingToken } from "@/server/conversations/rating-token";
import { notFound } from "@/server/errors";
import { mayRate } from "./may-rate";

export type RatingForm = {
  about: "ticket" | "conversation";
  number: number;
  /** What was said before, if anything. */
  current: { score: number; comment: string | null } | null;
  /** Why it cannot be rated now; null when it can. */
  closed: "not_resolved" | "rating_closed" | null;
};

/** What the form behind a rating link shows. Stores nothing. @throws ServiceError not_found `rating_not_found`. */
export async function getRatingForm({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { token: string };
}): Promise<RatingForm> {
  const resolutionId = await resolutionOfRatingToken(input.token);
  if (!resolutionId) throw notFound("rating_not_found");
  const [row] = await ctx.db
    .select({
      at: resolutions.at,
      returnedAt: resolutions.returnedAt,
      ticketNumber: tickets.number,
      conversationNumber: conversations.number,
      score: ratings.score,
      comment: ratings.comment,
    })
    .from(resolutions)
    .leftJoin(tickets, eq(tickets.id, resolutions.ticketId))
    .leftJoin(conversations, eq(conversations.id, resolutions.conversationId))
    .leftJoin(ratings, eq(ratings.resolutionId, resolutions.id))
    .where(eq(resolutions.id, resolutionId));
  if (!row) throw notFound("rating_not_found");
  return {
    about: row.ticketNumber === null ? "conversation" : "ticket",
    number: row.ticketNumber ?? row.conversationNumber ?? 0,
    current: row.score === null ? null : { score: row.score, comment: row.comment },
    closed: mayRate(row, ctx.now),
  };
}
