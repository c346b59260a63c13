import { ratingBody } from "@/lib/contracts/rest";
import { rateConversation } from "@/server/conversations/rate-conversation";
import { readJson } from "@/server/rest/read-json";
import { customerRoute, idParam, json } from "@/server/rest/route";

export const POST = customerRoute("actions", async ({ ctx, request, params }) => {
  const conversationId = idParam(params, "id");
  const body = await readJson(request, ratingBody);
  const { id, score, comment, createdAt } = await rateConversation({ ctx, input: { ...body, conversationId } });
  return json(201, { id, score, comment, createdAt });
});
