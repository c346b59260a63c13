import { z } from "zod";
import { CONVERSATION_STATUSES } from "@/lib/contracts/conversations";
import { listConversations } from "@/server/conversations/list-conversations";
import { json, staffRoute } from "@/server/rest/route";

const querySchema = z.object({
  status: z.enum(CONVERSATION_STATUSES).optional(),
  before: z.string().max(64).optional(),
});

export const GET = staffRoute("calls", async ({ ctx, request }) => {
  const query = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const view = query.status === "queued" ? "queue" : "all";
  return json(200, { conversations: await listConversations({ ctx, input: { ...query, view } }) });
});
