import { json, publicRoute } from "@/server/rest/route";
import { getTicketByToken } from "@/server/tickets/get-ticket-by-token";

export const GET = publicRoute("calls", async ({ ctx, params }) =>
  json(200, await getTicketByToken({ ctx, input: { token: params.token ?? "" } })),
);
