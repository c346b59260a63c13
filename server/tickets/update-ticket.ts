import type { UpdateTicketInput } from "@/lib/contracts/tickets";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { changeTicket } from "./change-ticket";
import { lockTicket, type TicketRow } from "./load-ticket";

/**
 * Staff change a ticket's status, priority, type, assignee or team. A new ticket that gets an assignee is in progress.
 * @throws ServiceError not_found; conflict `version_conflict` when it changed since it was read, `illegal_move`,
 * `reopen_window_passed`; not_found `staff_not_found`, `team_not_found`.
 */
export async function updateTicket({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: UpdateTicketInput;
}): Promise<TicketRow> {
  const agent = requirePermission(ctx, "tickets:write");
  const { ticketId, version, ...patch } = input;
  return withTransaction(agent, async (tx) => {
    const ticket = await lockTicket(tx, agent.actor, ticketId);
    if (ticket.version !== version) throw conflict("version_conflict", { version: ticket.version });
    const taken = ticket.status === "new" && Boolean(patch.assigneeId) && patch.status === undefined;
    return changeTicket(tx, agent, ticket, taken ? { ...patch, status: "open" } : patch);
  });
}
