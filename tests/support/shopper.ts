import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { db } from "@/db/client";
import { actionRuns, tickets } from "@/db/schema";
import type { Locale } from "@/lib/i18n";
import { codeMailedTo, orderFor } from "./actions";
import { identify } from "./actors";
import { Talker } from "./talker";

let number = 7100;

/** A customer with two delivered orders, known by an address. */
export async function shopper(locale: Locale = "en") {
  const talker = await Talker.begin(locale);
  number += 2;
  const email = `shopper${number}@example.com`;
  const orders = [`A${number}`, `A${number + 1}`] as const;
  for (const order of orders) await orderFor(talker.customer.actor.customerId, order);
  await identify(talker.customer, "email", email);
  return { talker, email, orders };
}

/** Leads a return to the point where consent is asked for. */
export async function awaitingConsent(locale: Locale = "en", more = "") {
  const { talker, email, orders } = await shopper(locale);
  await talker.say(locale === "zh" ? `我要退货 ${orders[0]}${more}` : `I want to return ${orders[0]}${more}`);
  await talker.say(locale === "zh" ? "太小了" : "too small");
  await talker.say(email);
  const asked = await talker.say(String(await codeMailedTo(email)));
  expect(asked.decision.slot).toBe("confirmation");
  return { talker, email, orders };
}

/** How many returns of an order are registered. */
export const returnsOf = (order: string) => db().$count(tickets, eq(tickets.orderNumber, order));

/** The runs of a conversation, oldest first. */
export const runsOf = async ({ conversationId }: Talker) =>
  (
    await db()
      .select({ key: actionRuns.actionKey, state: actionRuns.state })
      .from(actionRuns)
      .where(eq(actionRuns.conversationId, conversationId))
      .orderBy(actionRuns.createdAt)
  ).map(({ key, state }) => `${key} ${state}`);
