import { feedbackBody } from "@/lib/contracts/rest";
import { judgeAnswer } from "@/server/assistant/judge-answer";
import { readJson } from "@/server/rest/read-json";
import { customerRoute, idParam, json } from "@/server/rest/route";

export const POST = customerRoute("actions", async ({ ctx, request, params }) => {
  const target = { conversationId: idParam(params, "id"), messageId: idParam(params, "messageId") };
  const { solved } = await readJson(request, feedbackBody);
  return json(200, await judgeAnswer({ ctx, input: { ...target, solved } }));
});
