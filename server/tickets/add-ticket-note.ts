import type { ReplyTicketInput } from "@/lib/contracts/tickets";
import { requirePermission, type ServiceContext } from "@/server/context";
import { withTransaction } from "@/server/transaction";
import { senderOf, storedTicketMessage, type TicketMessageRow } from "./append-ticket-message";
import { lockTicket } from "./load-ticket";
import { storeReply } from "./reply-ticket";

/** An internal note: staff only, in any status, no mail. Idempotent by client message id. */
export async function addTicketNote({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: Omit<ReplyTicketInput, "status">;
}): Promise<{ message: TicketMessageRow; repeated: boolean }> {
  const agent = requirePermission(ctx, "tickets:write");
  return withTransaction(agent, async (tx) => {
    const ticket = await lockTicket(tx, agent.actor, input.ticketId);
    const existing = await storedTicketMessage(tx, input, senderOf(agent));
    if (existing) return { message: existing, repeated: true };
    return { message: await storeReply(tx, agent, ticket, { ...input, kind: "note" }), repeated: false };
  });
}
