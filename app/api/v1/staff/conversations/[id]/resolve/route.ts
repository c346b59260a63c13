import { staffResolveBody } from "@/lib/contracts/rest";
import { resolveConversation } from "@/server/conversations/resolve-conversation";
import { readOptionalJson } from "@/server/rest/read-json";
import { idParam, json, staffRoute } from "@/server/rest/route";

export const POST = staffRoute("staff", async ({ request, ctx, params }) => {
  const { reason } = await readOptionalJson(request, staffResolveBody);
  const { id, status } = await resolveConversation({ ctx, input: { conversationId: idParam(params, "id"), reason } });
  return json(200, { id, status });
});
