import { and, desc, eq } from "drizzle-orm";
import { customers, handoffs, messages } from "@/db/schema";
import type { Priority } from "@/lib/contracts/conversations";
import type { TicketType } from "@/lib/contracts/tickets";
import { requirePermission, type ServiceContext } from "@/server/context";
import { loadConversation } from "@/server/conversations/load-conversation";
import { mentionedOrderNumbers } from "@/server/conversations/order-numbers";
import { translator } from "@/server/i18n/translator";
import { composeDraft, type DraftSource } from "./compose-draft";

export type TicketDraft = {
  subject: string;
  description: string;
  type: TicketType;
  priority: Priority;
  orderNumber: string | null;
};

const RECENT_MESSAGES = 30;

async function readConversation(ctx: ServiceContext, conversationId: string, customerId: string): Promise<DraftSource> {
  const said = and(eq(messages.conversationId, conversationId), eq(messages.kind, "incoming"));
  const newestFirst = await ctx.db
    .select({ body: messages.body })
    .from(messages)
    .where(said)
    .orderBy(desc(messages.seq))
    .limit(RECENT_MESSAGES);
  const [handoff] = await ctx.db
    .select({ card: handoffs.card })
    .from(handoffs)
    .where(eq(handoffs.conversationId, conversationId))
    .orderBy(desc(handoffs.requestedAt))
    .limit(1);
  const [customer] = await ctx.db.select({ tier: customers.tier }).from(customers).where(eq(customers.id, customerId));
  const oldestFirst = newestFirst.map(({ body }) => body).reverse();
  return { said: oldestFirst, card: handoff?.card ?? null, tier: customer?.tier ?? "basic" };
}

/**
 * A ticket written in advance from what was said, the handoff card and the customer's tier, in the agent's language.
 * Nothing is stored: the agent reads it, corrects it and calls createTicket.
 */
export async function draftTicket({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { conversationId: string };
}): Promise<TicketDraft> {
  const agent = requirePermission(ctx, "tickets:write");
  const conversation = await loadConversation(ctx.db, agent.actor, input.conversationId);
  const source = await readConversation(ctx, conversation.id, conversation.customerId);
  const words = await translator(agent.actor.locale, "tickets");
  const draft = composeDraft(source, {
    said: words("draft.said"),
    tried: (title) => words("draft.tried", { title }),
    order: (number) => words("draft.order", { number }),
  });
  return { ...draft, orderNumber: mentionedOrderNumbers(source.said.join("\n"))[0] ?? null };
}
