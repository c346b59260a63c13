import { sendMessageBody } from "@/lib/contracts/rest";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { sendMessage } from "@/server/conversations/send-message";
import { siteFor } from "@/server/rest/addressed";
import { readJson } from "@/server/rest/read-json";
import { customerRoute, idParam, json } from "@/server/rest/route";
import { afterParam } from "@/server/rest/search-params";
import { messageReplyOf, sentMessageReply } from "@/server/rest/views";

export const POST = customerRoute("messages", async ({ ctx, request, params }) => {
  const conversationId = idParam(params, "id");
  const body = await readJson(request, sendMessageBody);
  const { message, repeated } = await sendMessage({ ctx, input: { ...body, conversationId } });
  return json(repeated ? 200 : 201, sentMessageReply(message, "customer", ctx.actor.name ?? null));
});

export const GET = customerRoute("calls", async ({ ctx, request, params }) => {
  const input = { conversationId: idParam(params, "id"), after: afterParam(request) };
  const { messages, status, queue, readUpTo, conversation } = await listPublicMessages({ ctx, input });
  const { epoch, version, locale } = conversation;
  const site = siteFor(request, locale);
  return json(200, {
    messages: messages.map((view) => messageReplyOf(view, site)),
    status,
    queue,
    readUpTo,
    epoch,
    version,
  });
});
