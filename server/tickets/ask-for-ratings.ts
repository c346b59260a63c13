import { and, eq, gt, isNotNull, isNull, lte } from "drizzle-orm";
import { resolutions, tickets } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { signRatingToken } from "@/server/conversations/rating-token";
import { withTransaction } from "@/server/transaction";
import { mailTicket, ratingUrl } from "./ticket-mail";

/** Long enough for an agent to take back a resolution before the customer hears of it. */
const UNDO_MS = 10_000;
const OLDEST_MS = 24 * 60 * 60 * 1000;
const BATCH = 20;

/**
 * Mails the rating form of tickets resolved more than ten seconds ago, each resolution once. Safe to run in several
 * processes: a resolution is taken by one. Returns how many were asked about.
 */
export async function askForRatings(ctx: ServiceContext): Promise<number> {
  return withTransaction(ctx, async (tx) => {
    const due = await tx
      .select({ id: resolutions.id, ticket: tickets })
      .from(resolutions)
      .innerJoin(tickets, eq(tickets.id, resolutions.ticketId))
      .where(
        and(
          isNotNull(resolutions.ticketId),
          isNull(resolutions.askedAt),
          isNull(resolutions.returnedAt),
          lte(resolutions.at, new Date(ctx.now.getTime() - UNDO_MS)),
          gt(resolutions.at, new Date(ctx.now.getTime() - OLDEST_MS)),
        ),
      )
      .limit(BATCH)
      .for("update", { of: resolutions, skipLocked: true });
    for (const { id, ticket } of due) {
      await tx.update(resolutions).set({ askedAt: ctx.now }).where(eq(resolutions.id, id));
      await mailTicket(tx, ctx, ticket, {
        kind: "rating",
        dedupe: id,
        url: ratingUrl(ticket, await signRatingToken(id)),
      });
    }
    return due.length;
  });
}
