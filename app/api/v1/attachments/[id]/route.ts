import { getAttachment } from "@/server/conversations/get-attachment";
import { fileResponse } from "@/server/rest/file-response";
import { idParam, readerRoute } from "@/server/rest/route";

export const GET = readerRoute(async ({ ctx, params }) =>
  fileResponse(await getAttachment({ ctx, input: { attachmentId: idParam(params, "id") } })),
);
