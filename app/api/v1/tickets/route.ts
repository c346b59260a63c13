import { submitTicketSchema } from "@/lib/contracts/tickets";
import { limitRate } from "@/server/rest/rate-limit";
import { readJson } from "@/server/rest/read-json";
import { customerRoute, json } from "@/server/rest/route";
import { submitTicket } from "@/server/tickets/submit-ticket";

export const POST = customerRoute(async ({ ctx, request }) => {
  const input = await readJson(request, submitTicketSchema);
  await limitRate(ctx.db, "tickets", ctx.actor.customerId);
  const { ticket, token } = await submitTicket({ ctx, input });
  return json(201, { number: ticket.number, token, status: ticket.status });
});
