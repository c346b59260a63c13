import { uploadAttachment } from "@/server/conversations/upload-attachment";
import { readFile } from "@/server/rest/read-file";
import { customerRoute, idParam, json } from "@/server/rest/route";

export const POST = customerRoute("files", async ({ ctx, request, params }) => {
  const conversationId = idParam(params, "id");
  return json(201, await uploadAttachment({ ctx, input: { conversationId, ...(await readFile(request)) } }));
});
