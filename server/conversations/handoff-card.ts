import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  answerFeedback,
  answers,
  customerIdentities,
  customers,
  type HandoffCard,
  messages,
  orders,
} from "@/db/schema";
import type { HandoffReason } from "@/lib/contracts/conversations";
import { listFacts, rememberFactsOf } from "@/server/assistant/facts/remember-facts";
import { handoffNeeds } from "./handoff-needs";
import { isNothingButHandoffRequest } from "./handoff-request";
import type { ConversationRow } from "./load-conversation";
import { mentionedOrderNumbers } from "./order-numbers";

const ASKED_LIMIT = 8;
const FACTS_LIMIT = 12;

/**
 * Builds what the agent reads first: why, who, what was asked and tried, what is known and what is missing.
 * @param said what the customer said beside the conversation, masked.
 */
export async function buildHandoffCard(
  tx: Transaction,
  conversation: ConversationRow,
  reason: HandoffReason,
  said?: string,
): Promise<HandoffCard> {
  const asked = await tx
    .select({ body: messages.body })
    .from(messages)
    .where(and(eq(messages.conversationId, conversation.id), eq(messages.kind, "incoming")))
    .orderBy(asc(messages.seq));
  const tried = await tx
    .select({ citations: answers.citations, solved: answerFeedback.solved })
    .from(answers)
    .leftJoin(answerFeedback, eq(answerFeedback.answerId, answers.id))
    .where(eq(answers.conversationId, conversation.id))
    .orderBy(asc(answers.createdAt));
  const texts = asked.map((row) => row.body);
  const questions = texts.filter((text) => !isNothingButHandoffRequest(text));
  const numbers = mentionedOrderNumbers(texts.join("\n"));
  const records = await knownRecords(tx, conversation.customerId, numbers);
  const known = [...records, ...(await toldFacts(tx, conversation.id, records))];
  const { reachable, ...who } = await whoAsks(tx, conversation.customerId);
  const kinds = new Set(known.map(({ label }) => label.replace(/^fact:|:.*$/g, "")));
  return {
    why: reason,
    ...(said && { said }),
    asked: (questions.length > 0 ? questions : texts).slice(-ASKED_LIMIT),
    tried: eachOnce(
      tried.flatMap(({ citations, solved }) =>
        citations.slice(0, 1).map((citation) => ({ title: citation.title, slug: citation.url, solved })),
      ),
    ),
    known,
    who,
    ...handoffNeeds({ questions: said ? [...questions, said] : questions, kinds, reachable }),
  };
}

/** An article that was shown again is told once, with what was said of it last. */
function eachOnce(tried: HandoffCard["tried"]): HandoffCard["tried"] {
  const last = new Map<string, HandoffCard["tried"][number]>();
  for (const one of tried) last.set(one.slug, { ...one, solved: one.solved ?? last.get(one.slug)?.solved ?? null });
  return [...last.values()];
}

async function whoAsks(tx: Transaction, customerId: string) {
  const rows = await tx
    .select({
      name: customers.name,
      channel: customerIdentities.channel,
      verifiedAt: customerIdentities.verifiedAt,
    })
    .from(customers)
    .leftJoin(customerIdentities, eq(customerIdentities.customerId, customers.id))
    .where(eq(customers.id, customerId));
  return {
    name: rows[0]?.name ?? null,
    verified: rows.some(({ verifiedAt }) => verifiedAt !== null),
    reachable: rows.some(({ channel }) => channel === "email" || channel === "phone"),
  };
}

async function knownRecords(tx: Transaction, customerId: string, numbers: string[]): Promise<HandoffCard["known"]> {
  const [customer] = await tx.select({ tier: customers.tier }).from(customers).where(eq(customers.id, customerId));
  const own = numbers.length
    ? await tx
        .select({ number: orders.number, status: orders.status })
        .from(orders)
        .where(and(eq(orders.customerId, customerId), inArray(orders.number, numbers)))
        .orderBy(desc(orders.placedAt))
    : [];
  return [
    ...(customer ? [{ label: "tier", value: customer.tier }] : []),
    ...own.map((order) => ({ label: `order:${order.number}`, value: order.status })),
  ];
}

/** What the customer told, masked: the card is read by whoever sees the queue. Orders among the records are not repeated. */
async function toldFacts(
  tx: Transaction,
  conversationId: string,
  records: HandoffCard["known"],
): Promise<HandoffCard["known"]> {
  await rememberFactsOf(tx, conversationId);
  const facts = await listFacts(tx, conversationId);
  return facts
    .filter(({ current, valid, value }) => current && valid && !records.some(({ label }) => label === `order:${value}`))
    .slice(0, FACTS_LIMIT)
    .map(({ kind, masked }) => ({ label: `fact:${kind}`, value: masked }));
}
