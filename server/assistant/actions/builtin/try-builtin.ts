import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, customers, orders } from "@/db/schema";
import type { BuiltinKey } from "@/lib/contracts/actions";
import { newToken } from "@/lib/crypto";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { inboxOf } from "@/server/conversations/inbox-of";
import type { ConversationRow } from "@/server/conversations/load-conversation";
import type { ActionOutcome } from "../call-action";
import { BUILTIN_CODE } from "./run-builtin";
import { ticketByNumber } from "./ticket-status";

type Values = Readonly<Record<string, string>>;

/** Takes a trial's transaction back, with what came of it. */
class TakenBack extends Error {
  constructor(readonly outcome: ActionOutcome) {
    super("a trial is taken back");
  }
}

/** Whose record the values name; null where they name none. */
async function ownerOf(tx: Transaction, { order_number, ticket_number }: Values): Promise<string | null> {
  if (ticket_number) return (await ticketByNumber(tx, ticket_number))?.customerId ?? null;
  if (!order_number) return null;
  const [order] = await tx
    .select({ customerId: orders.customerId })
    .from(orders)
    .where(eq(orders.number, order_number));
  return order?.customerId ?? null;
}

/** The conversation of a customer that nobody has. */
async function trialConversation(tx: Transaction, ctx: ServiceContext, locale: Locale): Promise<ConversationRow> {
  const [customer] = await tx.insert(customers).values({ locale, createdAt: ctx.now }).returning({ id: customers.id });
  const inboxId = await inboxOf(tx, "web");
  const [row] = await tx
    .insert(conversations)
    .values({ inboxId, customerId: customer?.id ?? "", locale, lastMessageAt: ctx.now, createdAt: ctx.now })
    .returning();
  if (!row) throw new Error("Conversation not stored");
  return row;
}

/**
 * Does a built-in action for whoever's record the values name, as if they had proved who they are, and takes all of it
 * back: nothing is stored, sent or published, whatever the action writes.
 */
export async function tryBuiltin(
  ctx: ServiceContext,
  { key, values, locale }: { key: BuiltinKey; values: Values; locale: Locale },
): Promise<ActionOutcome> {
  try {
    return await ctx.db.transaction(async (tx): Promise<never> => {
      const conversation = await trialConversation(tx, ctx, locale);
      const customerId = (await ownerOf(tx, values)) ?? conversation.customerId;
      const work = {
        tx,
        ctx: { ...ctx, actor: { kind: "assistant" as const } },
        values,
        conversation,
        person: { customerId, email: null, account: null },
        locale,
        runKey: newToken(),
      };
      throw new TakenBack(await BUILTIN_CODE[key](work));
    });
  } catch (failure) {
    if (failure instanceof TakenBack) return failure.outcome;
    throw failure;
  }
}
