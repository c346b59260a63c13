import { stopAnswer } from "@/server/assistant/stop-answer";
import { customerRoute, idParam, json } from "@/server/rest/route";

export const POST = customerRoute("actions", async ({ ctx, params }) =>
  json(200, await stopAnswer({ ctx, input: { conversationId: idParam(params, "id") } })),
);
