import type { TicketStatus } from "@/lib/contracts/tickets";
import { conflict } from "@/server/errors";

/** The state machine: from each status, where it may go. Everything absent is illegal. */
export const TICKET_TRANSITIONS: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ["open", "resolved"],
  open: ["pending", "on_hold", "resolved"],
  pending: ["open", "resolved"],
  on_hold: ["open", "resolved"],
  resolved: ["open", "closed"],
  closed: ["open"],
};

const REOPEN_WINDOW_MS = 30 * 24 * 60 * 60 * 1000;

type Standing = { status: TicketStatus; resolvedAt: Date | null };

/** Whether a finished ticket can still come back; later the customer submits a new one. True for unfinished ones. */
export function mayReopen(ticket: Standing, now: Date): boolean {
  if (ticket.status !== "resolved" && ticket.status !== "closed") return true;
  return now.getTime() - (ticket.resolvedAt?.getTime() ?? 0) <= REOPEN_WINDOW_MS;
}

/** Checks a move. @throws ServiceError conflict `illegal_move` (both names) or `reopen_window_passed`. */
export function checkMove(ticket: Standing, to: TicketStatus, now: Date): void {
  if (!TICKET_TRANSITIONS[ticket.status].includes(to)) throw conflict("illegal_move", { status: ticket.status, to });
  if (to === "open" && !mayReopen(ticket, now)) throw conflict("reopen_window_passed");
}

/** Where a customer's message brings a ticket: back to work, unless nobody waits for the customer. */
export function statusAfterCustomer(status: TicketStatus): TicketStatus {
  return status === "pending" || status === "resolved" || status === "closed" ? "open" : status;
}

/** Where an agent's reply brings a ticket when nothing else is asked for. */
export function statusAfterReply(status: TicketStatus): TicketStatus {
  return status === "new" ? "open" : status;
}
