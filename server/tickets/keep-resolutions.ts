import { and, desc, eq, isNull, notExists, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { ratings, resolutions } from "@/db/schema";
import type { TicketStatus } from "@/lib/contracts/tickets";
import { actorId, type ServiceContext } from "@/server/context";
import type { TicketRow } from "./load-ticket";

type Dates = Partial<Pick<TicketRow, "resolvedAt" | "closedAt">>;

/**
 * Keeps the ledger of resolutions in step with a move, and says when the ticket was resolved and closed.
 * A ticket that comes back marks its last resolution as returned.
 */
export async function keepResolutions(
  tx: Transaction,
  ctx: ServiceContext,
  ticket: TicketRow,
  to: TicketStatus,
): Promise<Dates> {
  if (to === "closed") return { closedAt: ctx.now };
  if (to === "resolved") {
    await tx.insert(resolutions).values({
      ticketId: ticket.id,
      kind: "assumed",
      byStaffId: ctx.actor.kind === "staff" ? actorId(ctx.actor) : ticket.assigneeId,
      withPerson: true,
      at: ctx.now,
    });
    return { resolvedAt: ctx.now };
  }
  if (!ticket.resolvedAt) return {};
  await tx
    .update(resolutions)
    .set({ returnedAt: ctx.now })
    .where(and(eq(resolutions.ticketId, ticket.id), isNull(resolutions.returnedAt)));
  return { resolvedAt: null, closedAt: null };
}

/**
 * Takes back what {@link keepResolutions} did for a move made at `at`: a resolution nobody was asked about or rated
 * vanishes, one marked as returned stands again.
 */
export async function restoreResolutions(
  tx: Transaction,
  ctx: ServiceContext,
  ticket: TicketRow,
  move: { from: TicketStatus; to: TicketStatus; at: Date },
): Promise<Dates> {
  const ofTicket = eq(resolutions.ticketId, ticket.id);
  const finished = move.from === "resolved" || move.from === "closed";
  if (move.to === "resolved") {
    const made = and(ofTicket, eq(resolutions.at, move.at));
    const rated = tx.select({ one: sql`1` }).from(ratings).where(eq(ratings.resolutionId, resolutions.id));
    await tx.delete(resolutions).where(and(made, isNull(resolutions.askedAt), notExists(rated)));
    await tx.update(resolutions).set({ returnedAt: ctx.now }).where(made);
  } else if (finished) {
    await tx
      .update(resolutions)
      .set({ returnedAt: null })
      .where(and(ofTicket, eq(resolutions.returnedAt, move.at)));
  }
  const [last] = finished
    ? await tx.select({ at: resolutions.at }).from(resolutions).where(ofTicket).orderBy(desc(resolutions.at)).limit(1)
    : [];
  return { resolvedAt: last?.at ?? null, closedAt: move.from === "closed" ? move.at : null };
}
