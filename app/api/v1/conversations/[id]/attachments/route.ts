import { uploadAttachment } from "@/server/conversations/upload-attachment";
import { limitRate } from "@/server/rest/rate-limit";
import { readFile } from "@/server/rest/read-file";
import { customerRoute, idParam, json } from "@/server/rest/route";

export const POST = customerRoute(async ({ ctx, request, params }) => {
  const conversationId = idParam(params, "id");
  await limitRate(ctx.db, "messages", `file:${ctx.actor.customerId}`);
  return json(201, await uploadAttachment({ ctx, input: { conversationId, ...(await readFile(request)) } }));
});
