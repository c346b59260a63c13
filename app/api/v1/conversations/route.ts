import { createConversationBody } from "@/lib/contracts/rest";
import { createConversation } from "@/server/conversations/create-conversation";
import { listOwnConversations } from "@/server/conversations/list-own-conversations";
import { seenCircumstances } from "@/server/conversations/seen-circumstances";
import { idempotently } from "@/server/rest/idempotency";
import { readJson } from "@/server/rest/read-json";
import { customerRoute, json } from "@/server/rest/route";

export const POST = customerRoute("conversations", async ({ ctx, request }) => {
  const body = await readJson(request, createConversationBody);
  return idempotently(ctx, request, body, async () => {
    const circumstances = { given: body.context, seen: seenCircumstances(request.headers) };
    const input = { channel: "web" as const, locale: body.locale, circumstances };
    const { id, status } = await createConversation({ ctx, input });
    return { status: 201, body: { id, status } };
  });
});

export const GET = customerRoute("calls", async ({ ctx, request }) => {
  const open = new URL(request.url).searchParams.get("open") === "1";
  return json(200, { conversations: await listOwnConversations({ ctx, input: { open } }) });
});
