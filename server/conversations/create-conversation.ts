import { eq } from "drizzle-orm";
import { conversations, customers } from "@/db/schema";
import type { Channel } from "@/lib/contracts/channels";
import type { KeptCircumstances } from "@/lib/contracts/circumstances";
import { requireCustomer, type ServiceContext } from "@/server/context";
import { unauthorized } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { inboxOf } from "./inbox-of";
import type { ConversationRow } from "./load-conversation";

/**
 * Opens a new conversation with the assistant for the customer who asks. Always a new one. What the request shows and the
 * client says of the customer's surroundings is kept with it, to choose texts by.
 */
export async function createConversation({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { channel: Channel; locale?: string; circumstances?: Pick<KeptCircumstances, "given" | "seen"> };
}): Promise<ConversationRow> {
  const { actor } = requireCustomer(ctx);
  return withTransaction(ctx, async (tx) => {
    const [customer] = await tx
      .select({ locale: customers.locale })
      .from(customers)
      .where(eq(customers.id, actor.customerId));
    if (!customer) throw unauthorized("invalid_token");
    const inboxId = await inboxOf(tx, input.channel);
    const [row] = await tx
      .insert(conversations)
      .values({
        inboxId,
        customerId: actor.customerId,
        locale: input.locale ?? customer.locale,
        circumstances: input.circumstances,
        customerSeenAt: ctx.now,
        lastMessageAt: ctx.now,
        createdAt: ctx.now,
      })
      .returning();
    if (!row) throw new Error("Conversation not stored");
    await emitEvent(tx, ctx, { name: "conversation.created", entityId: row.id, data: { status: row.status } });
    return row;
  });
}
