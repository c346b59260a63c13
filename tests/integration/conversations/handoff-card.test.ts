import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { actionRuns, customers, handoffs, products } from "@/db/schema";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { ActionTalk, codeMailedTo, orderFor } from "../../support/actions";
import { customerOf, identify, installInboxes } from "../../support/actors";
import { ask, askedConversation } from "../../support/answers";
import { ownDatabase } from "../../support/database";

ownDatabase();
beforeAll(async () => {
  await installInboxes();
  await db()
    .insert(products)
    .values({ sku: "LY-B2P", names: { zh: "鹿屿 Buds 2 Pro", en: "Luyu Buds 2 Pro" }, stock: 4 });
});

let serial = 2000;
/** A visitor who talks about an order of somebody on record, a gold customer, and proves to be them when told to. */
async function shopper() {
  serial += 1;
  const [owner, visitor] = [await customerOf({ name: "Lin Xia", tier: "gold" }), await customerOf()];
  const [number, email] = [`A${serial}`, `customer${serial}@example.com`];
  await identify(owner, "email", email);
  await orderFor(owner.actor.customerId, number);
  return { owner, talk: await ActionTalk.begin(visitor), number, email };
}

/** The card that is written when a conversation is handed over now. */
async function cardOf({ customer, conversationId }: Pick<ActionTalk, "customer" | "conversationId">) {
  await requestHandoff({ ctx: customer, input: { conversationId } });
  const [handoff] = await db().select().from(handoffs).where(eq(handoffs.conversationId, conversationId));
  if (!handoff) throw new Error("not handed over");
  return handoff.card;
}

describe("the handoff card", () => {
  it("tells who was proved by a code, with their level and order, what was declined, and no code or address", async () => {
    const { owner, talk, number, email } = await shopper();
    await talk.say(`I want to return ${number}`);
    await talk.say("too small");
    await talk.say(email);
    const code = String(await codeMailedTo(email));
    expect((await talk.say(code))?.decision.slot).toBe("confirmation");
    await talk.say("no");
    await ask(talk.customer, talk.conversationId, "This is the worst shop I have ever seen!");
    const card = await cardOf(talk);
    expect(card.who).toEqual({
      name: "Lin Xia",
      verified: true,
      customerId: owner.actor.customerId,
      provedAddress: "cu***@example.com",
    });
    expect(card.known).toEqual(
      expect.arrayContaining([
        { label: "tier", value: "gold" },
        { label: `order:${number}`, value: "delivered" },
      ]),
    );
    expect(card.asked).toEqual([`I want to return ${number}`, "too small", "This is the worst shop I have ever seen!"]);
    expect(card.actions).toEqual([{ names: { zh: expect.any(String), en: "Start a return" }, outcome: "declined" }]);
    expect(JSON.stringify(card)).not.toMatch(new RegExp(`${email}|${code}`));
  });

  it("goes with a place in the queue before those without a level when the one who was proved has one, and only then", async () => {
    const { talk, number, email } = await shopper();
    for (const text of [`I want to return ${number}`, "too small", email]) await talk.say(text);
    const unproved = await shopper();
    for (const text of [`I want to return ${unproved.number}`, "too small", unproved.email])
      await unproved.talk.say(text);
    await talk.say(String(await codeMailedTo(email)));
    const priorityOf = async ({ customer, conversationId }: ActionTalk) =>
      (await requestHandoff({ ctx: customer, input: { conversationId } })).priority;
    expect(await priorityOf(unproved.talk)).toBe("normal");
    expect(await priorityOf(talk)).toBe("high");
    const place = async ({ customer, conversationId }: ActionTalk) =>
      (await listPublicMessages({ ctx: customer, input: { conversationId, after: 0 } })).queue?.position ?? 0;
    expect(await place(talk)).toBeLessThan(await place(unproved.talk));
  });

  it("says that a visitor who proved nothing is not verified, and leaves out whose order it may be", async () => {
    const { talk, number, email } = await shopper();
    await talk.say(`I want to return ${number}`);
    await talk.say("too small");
    await talk.say(email);
    const card = await cardOf(talk);
    expect(card.who).toEqual({ name: null, verified: false });
    expect(card.known.filter(({ label }) => !label.startsWith("fact:"))).toEqual([{ label: "tier", value: "basic" }]);
    expect(card.actions?.map(({ outcome }) => outcome)).toEqual(["unfinished"]);
  });

  it.each([
    ["done", { state: "done" }, "done"],
    ["failed", { state: "failed", failure: "refused" }, "failed"],
    ["sent without being confirmed", { state: "failed", failure: "unconfirmed" }, "unsure"],
    ["still being done", { state: "running" }, "unsure"],
    ["called off", { state: "cancelled", failure: "cancelled" }, "declined"],
    ["let go for something else", { state: "cancelled", failure: "set_aside" }, "unfinished"],
  ] as const)("tells of an action that was %s", async (_, run, outcome) => {
    const { talk, number } = await shopper();
    await talk.say(`I want to return ${number}`);
    await db().update(actionRuns).set(run).where(eq(actionRuns.conversationId, talk.conversationId));
    expect((await cardOf(talk)).actions?.map((one) => one.outcome)).toEqual([outcome]);
  });

  it("keeps a question that stood beside an answer to the assistant, and hides a code and contacts in what is told", async () => {
    const { talk, number, email } = await shopper();
    await talk.say(`I want to return ${number}`);
    await talk.say("too small");
    await talk.say(email);
    const code = String(await codeMailedTo(email));
    const beside = "how long does a refund take?";
    await talk.say(code, { questions: [{ text: beside, wants: null }] });
    const written = `I told you ${code} already, write to ${email} about order 100200`;
    await ask(talk.customer, talk.conversationId, written);
    expect((await cardOf(talk)).asked.slice(2)).toEqual([
      beside,
      "I told you ****** already, write to cu***@example.com about order 100200",
    ]);
  });

  it("calls a product by its name in either language", async () => {
    const customer = await customerOf();
    const conversationId = await askedConversation(customer, "My Buds 2 Pro does not charge");
    expect((await cardOf({ customer, conversationId })).known).toContainEqual({
      label: "fact:product",
      value: "LY-B2P",
      names: { zh: "鹿屿 Buds 2 Pro", en: "Luyu Buds 2 Pro" },
    });
  });

  it("tells the level of the visitor where nobody was proved", async () => {
    const customer = await customerOf();
    await db().update(customers).set({ tier: "silver" }).where(eq(customers.id, customer.actor.customerId));
    const conversationId = await askedConversation(customer, "Where is my parcel?");
    expect((await cardOf({ customer, conversationId })).known).toContainEqual({ label: "tier", value: "silver" });
  });
});
