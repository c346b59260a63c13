import { staffMessageBody } from "@/lib/contracts/rest";
import { listMessages } from "@/server/conversations/list-messages";
import { sendStaffMessage } from "@/server/conversations/send-staff-message";
import { siteFor } from "@/server/rest/addressed";
import { readJson } from "@/server/rest/read-json";
import { idParam, json, staffRoute } from "@/server/rest/route";
import { afterParam } from "@/server/rest/search-params";
import { messageReplyOf, sentMessageReply } from "@/server/rest/views";

export const POST = staffRoute("staff", async ({ ctx, request, params }) => {
  const conversationId = idParam(params, "id");
  const body = await readJson(request, staffMessageBody);
  const { message, repeated } = await sendStaffMessage({ ctx, input: { ...body, conversationId } });
  return json(repeated ? 200 : 201, sentMessageReply(message, "staff", ctx.actor.name));
});

export const GET = staffRoute("calls", async ({ ctx, request, params }) => {
  const input = { conversationId: idParam(params, "id"), after: afterParam(request) };
  const site = siteFor(request, ctx.actor.locale);
  const messages = (await listMessages({ ctx, input })).map((view) => messageReplyOf(view, site));
  return json(200, { messages });
});
