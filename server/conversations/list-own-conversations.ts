import { and, desc, eq, ne } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { requireCustomer, type ServiceContext } from "@/server/context";

const LIMIT = 50;

/** The customer's own conversations, newest first; `open` leaves out resolved ones. */
export async function listOwnConversations({ ctx, input }: { ctx: ServiceContext; input: { open: boolean } }) {
  const { actor } = requireCustomer(ctx);
  const own = eq(conversations.customerId, actor.customerId);
  return ctx.db
    .select({
      id: conversations.id,
      number: conversations.number,
      status: conversations.status,
      preview: conversations.preview,
      createdAt: conversations.createdAt,
      lastMessageAt: conversations.lastMessageAt,
    })
    .from(conversations)
    .where(input.open ? and(own, ne(conversations.status, "resolved")) : own)
    .orderBy(desc(conversations.createdAt))
    .limit(LIMIT);
}
