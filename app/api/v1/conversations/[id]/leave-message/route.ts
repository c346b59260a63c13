import { leaveMessageBody } from "@/lib/contracts/rest";
import { readJson } from "@/server/rest/read-json";
import { customerRoute, idParam, json } from "@/server/rest/route";
import { leaveMessage } from "@/server/tickets/leave-message";

export const POST = customerRoute("tickets", async ({ ctx, request, params }) => {
  const conversationId = idParam(params, "id");
  const body = await readJson(request, leaveMessageBody);
  const { ticket, token } = await leaveMessage({ ctx, input: { ...body, conversationId } });
  return json(201, { number: ticket.number, token, status: ticket.status });
});
