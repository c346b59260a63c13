import { and, eq } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { conversations } from "@/db/schema";
import type { Actor } from "@/server/context";
import { notFound } from "@/server/errors";

export type ConversationRow = typeof conversations.$inferSelect;

/** The rows an actor may touch, as a condition: customers their own, staff and the server all. */
function readableBy(actor: Actor, conversationId: string) {
  const one = eq(conversations.id, conversationId);
  return actor.kind === "customer" ? and(one, eq(conversations.customerId, actor.customerId)) : one;
}

/** One conversation the actor may read. @throws ServiceError not_found for unknown and foreign ids alike. */
export async function loadConversation(db: Executor, actor: Actor, conversationId: string): Promise<ConversationRow> {
  if (actor.kind === "anonymous") throw notFound("conversation_not_found");
  const [row] = await db.select().from(conversations).where(readableBy(actor, conversationId));
  if (!row) throw notFound("conversation_not_found");
  return row;
}

/** The same, locked until the transaction ends, so that moves on one conversation follow one another. */
export async function lockConversation(
  tx: Transaction,
  actor: Actor,
  conversationId: string,
): Promise<ConversationRow> {
  if (actor.kind === "anonymous") throw notFound("conversation_not_found");
  const [row] = await tx.select().from(conversations).where(readableBy(actor, conversationId)).for("update");
  if (!row) throw notFound("conversation_not_found");
  return row;
}
