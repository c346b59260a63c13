import { resolveBody } from "@/lib/contracts/rest";
import { confirmResolution } from "@/server/conversations/resolve-conversation";
import { readJson } from "@/server/rest/read-json";
import { customerRoute, idParam, json } from "@/server/rest/route";

export const POST = customerRoute("actions", async ({ ctx, request, params }) => {
  const conversationId = idParam(params, "id");
  await readJson(request, resolveBody);
  const { status } = await confirmResolution({ ctx, input: { conversationId } });
  return json(200, { id: conversationId, status });
});
