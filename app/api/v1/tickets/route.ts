import { submitTicketSchema } from "@/lib/contracts/tickets";
import { readJson } from "@/server/rest/read-json";
import { customerRoute, json } from "@/server/rest/route";
import { submitTicket } from "@/server/tickets/submit-ticket";

export const POST = customerRoute("tickets", async ({ ctx, request }) => {
  const input = await readJson(request, submitTicketSchema);
  const { ticket, token } = await submitTicket({ ctx, input });
  return json(201, { number: ticket.number, token, status: ticket.status });
});
