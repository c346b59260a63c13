import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers, handoffs } from "@/db/schema";
import type { HandoffReason, Priority } from "@/lib/contracts/conversations";
import type { CustomerTier } from "@/lib/contracts/customers";
import type { ServiceContext } from "@/server/context";
import { provedPerson } from "@/server/customers/identity/proved-person";
import { emitEvent } from "@/server/events/emit-event";
import { appendActivity } from "./append-message";
import { buildHandoffCard } from "./handoff-card";
import type { ConversationRow } from "./load-conversation";
import { moveConversation } from "./move-conversation";
import { moveUnsettled } from "./questions";

const PRIORITY_BY_TIER: Record<CustomerTier, Priority> = {
  basic: "normal",
  silver: "normal",
  gold: "high",
  platinum: "high",
};

/** The level of a customer. */
async function tierOf(tx: Transaction, customerId: string): Promise<CustomerTier> {
  const [customer] = await tx.select({ tier: customers.tier }).from(customers).where(eq(customers.id, customerId));
  return customer?.tier ?? "basic";
}

/** An unhappy customer goes before everybody; else what was set by hand stays, and the tier decides. */
function priorityOf(set: Priority, reason: HandoffReason, tier: CustomerTier): Priority {
  if (reason === "unhappy") return "urgent";
  return set === "normal" ? PRIORITY_BY_TIER[tier] : set;
}

/**
 * Puts a locked conversation into the queue: status, priority by the tier of whoever proved who they are, else of the
 * conversation's customer, the handoff card for the agent, the line both sides see, and the event. The one way into the
 * queue from the assistant.
 * @param said what the customer said when asking for a person, masked, for the card.
 */
export async function queueConversation(
  tx: Transaction,
  ctx: ServiceContext,
  conversation: ConversationRow,
  reason: HandoffReason,
  said?: string,
): Promise<ConversationRow> {
  const person = await provedPerson(tx, ctx, conversation);
  const tier = await tierOf(tx, person?.customerId ?? conversation.customerId);
  const moved = await moveConversation(
    tx,
    ctx,
    conversation,
    "queue",
    { assigneeId: null },
    {
      queuedAt: ctx.now,
      waitingSince: conversation.waitingSince ?? ctx.now,
      priority: priorityOf(conversation.priority, reason, tier),
    },
  );
  await moveUnsettled(tx, conversation.id, "handed_over");
  const card = await buildHandoffCard(tx, ctx, conversation, { reason, person, tier, said });
  await tx.insert(handoffs).values({ conversationId: conversation.id, reason, card, requestedAt: ctx.now });
  await appendActivity(tx, ctx, conversation.id, "handoff_requested", { reason });
  await emitEvent(tx, ctx, {
    name: "conversation.queued",
    entityId: conversation.id,
    data: { reason, from: conversation.status, version: moved.version, epoch: moved.epoch },
  });
  return moved;
}
