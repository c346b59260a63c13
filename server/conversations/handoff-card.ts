import { and, desc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customerIdentities, customers, type HandoffCard, orders, products } from "@/db/schema";
import { maskEmail } from "@/lib/contact";
import type { HandoffReason } from "@/lib/contracts/conversations";
import type { CustomerTier } from "@/lib/contracts/customers";
import { loadActions } from "@/server/assistant/actions/load-actions";
import { listFacts, rememberFactsOf } from "@/server/assistant/facts/remember-facts";
import type { ServiceContext } from "@/server/context";
import type { ProvedPerson } from "@/server/customers/identity/proved-person";
import { askedAmong, incomingMessages, shownOnCard } from "./asked-questions";
import { handoffNeeds } from "./handoff-needs";
import { isNothingButHandoffRequest } from "./handoff-request";
import type { ConversationRow } from "./load-conversation";
import { mentionedOrderNumbers } from "./order-numbers";
import { actionsTried, articlesTried, takenTurns } from "./taken-turns";

const ASKED_LIMIT = 8;
const FACTS_LIMIT = 12;

/** Why a person is wanted, and by whom. `said`: what the customer said beside the conversation, masked. */
export type HandoffCause = { reason: HandoffReason; person: ProvedPerson | null; tier: CustomerTier; said?: string };

/**
 * Builds what the agent reads first: why, who, what was asked and tried, what is known and what is missing. Whoever proved
 * by a code whose record is theirs is that customer, with their level and orders.
 */
export async function buildHandoffCard(
  tx: Transaction,
  ctx: Pick<ServiceContext, "now">,
  conversation: ConversationRow,
  { reason, person, tier, said }: HandoffCause,
): Promise<HandoffCard> {
  const { id, customerId } = conversation;
  const written = await incomingMessages(tx, id);
  const [taken, actions] = [await takenTurns(tx, id), await loadActions(tx)];
  const asked = askedAmong(written, taken, actions);
  const questions = asked.filter((text) => !isNothingButHandoffRequest(text));
  const numbers = mentionedOrderNumbers(written.map(({ body }) => body).join("\n"));
  const records = await ownOrders(tx, person?.customerId ?? customerId, numbers);
  const known = [{ label: "tier", value: tier }, ...records, ...(await toldFacts(tx, id, records))];
  const { reachable, ...who } = await whoAsks(tx, customerId, person);
  const kinds = new Set(known.map(({ label }) => label.replace(/^fact:|:.*$/g, "")));
  const tried = await actionsTried(tx, id, actions);
  return {
    why: reason,
    ...(said && { said }),
    asked: await shownOnCard(tx, ctx, conversation, (questions.length > 0 ? questions : asked).slice(-ASKED_LIMIT)),
    tried: articlesTried(taken),
    ...(tried.length > 0 && { actions: tried }),
    known,
    who,
    ...handoffNeeds({ questions: said ? [...questions, said] : questions, kinds, reachable }),
  };
}

async function whoAsks(tx: Transaction, customerId: string, person: ProvedPerson | null) {
  // An account is proved by a token when the session begins, an address alone by a code.
  const byCode = person?.account === null ? person : null;
  const rows = await tx
    .select({
      name: customers.name,
      channel: customerIdentities.channel,
      verifiedAt: customerIdentities.verifiedAt,
    })
    .from(customers)
    .leftJoin(customerIdentities, eq(customerIdentities.customerId, customers.id))
    .where(eq(customers.id, byCode?.customerId ?? customerId));
  return {
    name: rows[0]?.name ?? null,
    verified: byCode !== null || rows.some(({ verifiedAt }) => verifiedAt !== null),
    ...(byCode?.customerId && { customerId: byCode.customerId }),
    ...(byCode?.email && { provedAddress: maskEmail(byCode.email) }),
    reachable: byCode !== null || rows.some(({ channel }) => channel === "email" || channel === "phone"),
  };
}

async function ownOrders(tx: Transaction, customerId: string, numbers: string[]): Promise<HandoffCard["known"]> {
  if (numbers.length === 0) return [];
  const own = await tx
    .select({ number: orders.number, status: orders.status })
    .from(orders)
    .where(and(eq(orders.customerId, customerId), inArray(orders.number, numbers)))
    .orderBy(desc(orders.placedAt));
  return own.map((order) => ({ label: `order:${order.number}`, value: order.status }));
}

/** What the customer told, masked: the card is read by whoever sees the queue. Orders among the records are not repeated. */
async function toldFacts(
  tx: Transaction,
  conversationId: string,
  records: HandoffCard["known"],
): Promise<HandoffCard["known"]> {
  await rememberFactsOf(tx, conversationId);
  const facts = await listFacts(tx, conversationId);
  const shown = facts
    .filter(({ current, valid, value }) => current && valid && !records.some(({ label }) => label === `order:${value}`))
    .slice(0, FACTS_LIMIT);
  const sold = shown.filter(({ kind }) => kind === "product").map(({ value }) => value);
  const named = await tx
    .select({ sku: products.sku, names: products.names })
    .from(products)
    .where(inArray(products.sku, sold));
  return shown.map(({ kind, value, masked }) => {
    const names = kind === "product" && named.find(({ sku }) => sku === value)?.names;
    return { label: `fact:${kind}`, value: masked, ...(names && { names }) };
  });
}
