import { readBody } from "@/lib/contracts/rest";
import { markRead } from "@/server/conversations/mark-read";
import { readJson } from "@/server/rest/read-json";
import { customerRoute, idParam, json } from "@/server/rest/route";

export const POST = customerRoute("actions", async ({ ctx, request, params }) => {
  const conversationId = idParam(params, "id");
  const { seq } = await readJson(request, readBody);
  await markRead({ ctx, input: { conversationId, seq } });
  return json(200, { seq });
});
