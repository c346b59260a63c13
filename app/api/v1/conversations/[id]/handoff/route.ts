import { handoffBody } from "@/lib/contracts/rest";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { withdrawHandoff } from "@/server/conversations/withdraw-handoff";
import { readJson } from "@/server/rest/read-json";
import { customerRoute, idParam, json } from "@/server/rest/route";
import { queuePosition } from "@/server/routing/queue-position";

export const POST = customerRoute("actions", async ({ ctx, request, params }) => {
  const conversationId = idParam(params, "id");
  const { reason } = await readJson(request, handoffBody);
  const conversation = await requestHandoff({ ctx, input: { conversationId, reason } });
  return json(200, { status: conversation.status, queue: await queuePosition(ctx, conversation) });
});

export const DELETE = customerRoute("actions", async ({ ctx, params }) => {
  const conversation = await withdrawHandoff({ ctx, input: { conversationId: idParam(params, "id") } });
  return json(200, { status: conversation.status, queue: null });
});
