import { uploadAttachment } from "@/server/conversations/upload-attachment";
import { readFile } from "@/server/rest/read-file";
import { idParam, json, sessionRoute } from "@/server/rest/route";

export const POST = sessionRoute("files", async ({ ctx, request }) => {
  const conversationId = idParam(Object.fromEntries(new URL(request.url).searchParams), "conversationId");
  return json(201, await uploadAttachment({ ctx, input: { conversationId, ...(await readFile(request)) } }));
});
