import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { ticketMessages } from "@/db/schema";
import type { TicketChange, TicketStatus } from "@/lib/contracts/tickets";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { conflict } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { storePatch } from "./change-ticket";
import { restoreResolutions } from "./keep-resolutions";
import { lockTicket, type TicketRow } from "./load-ticket";
import { TICKET_COLUMNS, type TicketPatch } from "./ticket-changes";

/** How long a change can be taken back. The screens offer it for eight seconds, longer while one hovers. */
const UNDO_WINDOW_MS = 60_000;

/** The actor's own change, if it is the last thing that happened to the ticket. */
async function lastOwnChange(tx: Transaction, ctx: ServiceContext<StaffActor>, ticket: TicketRow) {
  const isLast = and(eq(ticketMessages.ticketId, ticket.id), eq(ticketMessages.seq, ticket.lastSeq));
  const [last] = await tx.select().from(ticketMessages).where(isLast);
  const own = last?.senderId === ctx.actor.staffId && last.activity?.name === "changed";
  const recent = last !== undefined && ctx.now.getTime() - last.createdAt.getTime() <= UNDO_WINDOW_MS;
  return own && recent ? { at: last.createdAt, changes: last.activity?.changes ?? [] } : null;
}

const reverse = ({ field, from, to, fromName, toName }: TicketChange): TicketChange => ({
  field,
  from: to,
  to: from,
  ...(toName && { fromName: toName }),
  ...(fromName && { toName: fromName }),
});

/**
 * Takes back the actor's own last change of a ticket: the one move that is not in the transition table, because it
 * restores what was. Later messages or changes by anybody rule it out.
 * @throws ServiceError not_found; conflict `nothing_to_undo`.
 */
export async function undoTicketChange({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { ticketId: string; version: number };
}): Promise<TicketRow> {
  const agent = requirePermission(ctx, "tickets:write");
  return withTransaction(agent, async (tx) => {
    const ticket = await lockTicket(tx, agent.actor, input.ticketId);
    const last = ticket.version === input.version ? await lastOwnChange(tx, agent, ticket) : null;
    if (!last) throw conflict("nothing_to_undo");
    const changes = last.changes.map(reverse);
    const patch: TicketPatch = Object.fromEntries(changes.map(({ field, to }) => [TICKET_COLUMNS[field], to]));
    const moved = patch.status
      ? await restoreResolutions(tx, agent, ticket, {
          from: patch.status,
          to: ticket.status satisfies TicketStatus,
          at: last.at,
        })
      : {};
    return storePatch(tx, agent, ticket, { ...patch, ...moved }, { name: "undone", changes });
  });
}
