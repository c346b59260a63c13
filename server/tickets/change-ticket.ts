import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { tickets } from "@/db/schema";
import type { TicketChange } from "@/lib/contracts/tickets";
import type { ServiceContext } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";
import { appendTicketActivity } from "./append-ticket-message";
import { keepResolutions } from "./keep-resolutions";
import type { TicketRow } from "./load-ticket";
import { type TicketPatch, ticketChanges } from "./ticket-changes";
import { checkMove } from "./transitions";

/** The head's columns after a patch, told what changed, with its version moved on. */
export async function storePatch(
  tx: Transaction,
  ctx: ServiceContext,
  ticket: TicketRow,
  patch: TicketPatch,
  activity: { name: "changed" | "undone"; changes: TicketChange[] },
): Promise<TicketRow> {
  const [row] = await tx
    .update(tickets)
    .set({ ...patch, version: sql`${tickets.version} + 1` })
    .where(eq(tickets.id, ticket.id))
    .returning();
  if (!row) throw new Error("Ticket vanished under its lock");
  await appendTicketActivity(tx, ctx, ticket.id, activity);
  const changes = activity.changes.map(({ field, from, to }) => ({ field, from, to }));
  await emitEvent(tx, ctx, {
    name: "ticket.updated",
    entityId: ticket.id,
    data: { number: ticket.number, version: row.version, changes },
  });
  return row;
}

/**
 * Changes fields of a locked ticket: checks the move, keeps the ledger of resolutions, and records one line of history
 * and one event. Returns the ticket unchanged when the patch changes nothing.
 * @throws ServiceError conflict `illegal_move`, `reopen_window_passed`; not_found `staff_not_found`, `team_not_found`.
 */
export async function changeTicket(
  tx: Transaction,
  ctx: ServiceContext,
  ticket: TicketRow,
  patch: TicketPatch,
): Promise<TicketRow> {
  const changes = await ticketChanges(tx, ticket, patch);
  if (changes.length === 0) return ticket;
  const moves = patch.status !== undefined && patch.status !== ticket.status;
  if (patch.status && moves) checkMove(ticket, patch.status, ctx.now);
  const dates = patch.status && moves ? await keepResolutions(tx, ctx, ticket, patch.status) : {};
  return storePatch(tx, ctx, ticket, { ...patch, ...dates }, { name: "changed", changes });
}
