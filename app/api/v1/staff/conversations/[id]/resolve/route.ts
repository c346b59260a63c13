import { resolveConversation } from "@/server/conversations/resolve-conversation";
import { idParam, json, staffRoute } from "@/server/rest/route";

export const POST = staffRoute("staff", async ({ ctx, params }) => {
  const { id, status } = await resolveConversation({ ctx, input: { conversationId: idParam(params, "id") } });
  return json(200, { id, status });
});
