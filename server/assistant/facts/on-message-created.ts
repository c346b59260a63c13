import { eq } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Listener } from "@/server/events/listeners";
import { withTransaction } from "@/server/transaction";
import { rememberFactsOf } from "./remember-facts";

/** Remembers what a customer's message tells, once it is stored. */
export const noteFacts: Listener = async (ctx, event) => {
  const { kind, messageId } = event.data;
  if (kind !== "incoming" || typeof messageId !== "string") return;
  await withTransaction(ctx, async (tx) => {
    // The conversation first, as those do who hand it over: both write facts, and neither may wait for the other.
    await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(eq(conversations.id, event.entityId))
      .for("key share");
    await rememberFactsOf(tx, event.entityId, messageId);
  });
};
