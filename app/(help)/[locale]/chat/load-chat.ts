import { cookies } from "next/headers";
import type { ChatProps } from "@/components/chat/chat";
import type { ServiceContext } from "@/server/context";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { listOwnConversations } from "@/server/conversations/list-own-conversations";
import { loadCustomerActor } from "@/server/customers/load-customer-actor";
import { CUSTOMER_COOKIE } from "@/server/rest/customer-token";

/** An ended conversation stays on the page this long, so that it can be rated or taken up again. */
const ENDED_SHOWN_MS = 24 * 60 * 60 * 1000;

/** The conversation this browser comes back to: the newest open one, else one that has just ended. */
export async function loadChat(ctx: ServiceContext): Promise<ChatProps["initial"]> {
  const token = (await cookies()).get(CUSTOMER_COOKIE)?.value;
  const actor = token ? await loadCustomerActor(ctx.db, token, ctx.now) : null;
  if (!actor) return {};
  const customer = { ...ctx, actor };
  const own = await listOwnConversations({ ctx: customer, input: { open: false } });
  const recent = (at: Date | null) => at !== null && ctx.now.getTime() - at.getTime() < ENDED_SHOWN_MS;
  const current = own.find(({ status }) => status !== "resolved") ?? own.find((one) => recent(one.lastMessageAt));
  if (!current) return { hasSession: true };
  const input = { conversationId: current.id, after: 0 };
  const { messages, status, queue, readUpTo, conversation } = await listPublicMessages({ ctx: customer, input });
  return { hasSession: true, conversationId: current.id, messages, status, queue, readUpTo, epoch: conversation.epoch };
}
