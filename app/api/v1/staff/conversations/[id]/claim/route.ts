import { claimConversation } from "@/server/conversations/claim-conversation";
import { idParam, json, staffRoute } from "@/server/rest/route";

export const POST = staffRoute("staff", async ({ ctx, params }) => {
  const { id, status, assigneeId } = await claimConversation({ ctx, input: { conversationId: idParam(params, "id") } });
  return json(200, { id, status, assigneeId });
});
