import { transferSchema } from "@/lib/contracts/conversations";
import { transferConversation } from "@/server/conversations/transfer-conversation";
import { readJson } from "@/server/rest/read-json";
import { idParam, json, staffRoute } from "@/server/rest/route";

export const POST = staffRoute("staff", async ({ ctx, request, params }) => {
  const conversationId = idParam(params, "id");
  const target = await readJson(request, transferSchema);
  const { id, status, assigneeId } = await transferConversation({ ctx, input: { ...target, conversationId } });
  return json(200, { id, status, assigneeId });
});
