import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { actionRuns, modelSpending, settings } from "@/db/schema";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { setPresence } from "@/server/routing/set-presence";
import { allowHost, codeMailedTo, orderFor, storeHttpAction } from "../../support/actions";
import { customerOf, identify, installInboxes, staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { type OpenAiServer, startOpenAiServer } from "../../support/fakes/openai-server";
import { type OrderSystem, startOrderSystem } from "../../support/fakes/order-system";
import { serveInternalRoutes } from "../../support/internal-routes";
import { configureModel } from "../../support/model-environment";
import { Talker } from "../../support/talker";

ownDatabase();

let fake: OpenAiServer;
let shop: OrderSystem;
let stopServing: () => Promise<void>;

/** No wording of the built-in matcher: only a model knows what is meant. */
const WORRIED = "My mum's birthday is on Friday and A4711 makes me nervous";
const KNOWN = "How long does a refund take?";
const TAKEN = ["Refunds arrive within 3–5 working days [1]."];

beforeAll(async () => {
  fake = await startOpenAiServer();
  shop = await startOrderSystem();
  configureModel(fake.baseUrl);
  await installInboxes();
  stopServing = await serveInternalRoutes();
  await publishedArticle("Refund times", "Refunds arrive within 3–5 working days.", [KNOWN]);
  const owner = await customerOf();
  await identify(owner, "email", "mum@example.com");
  await orderFor(owner.actor.customerId, "A4711", "shipped");
  await allowHost(shop.host);
});
afterAll(async () => {
  await stopServing();
  await Promise.all([fake.close(), shop.close()]);
});
beforeEach(() => {
  fake.requests.length = 0;
});

const calls = (name: string, given: unknown, words: string[] = []) =>
  fake.behave("answer", words, [{ name, arguments: typeof given === "string" ? given : JSON.stringify(given) }]);
const runsOf = (talker: Talker) =>
  db().select().from(actionRuns).where(eq(actionRuns.conversationId, talker.conversationId));
const toolsSent = () => fake.requests.at(-1)?.tools?.map((one) => one.function.name) ?? [];

describe("a model with tools", () => {
  it("starts what the customer means; who it is, is asked by the assistant, and the result is the record's", async () => {
    calls("order_status", { order_number: "A4711" });
    const talker = await Talker.begin();
    const asked = await talker.say(WORRIED);
    expect(toolsSent()).toContain("order_status");
    expect(toolsSent()).not.toContain("check_stock");
    expect(asked.decision).toMatchObject({ kind: "ask", slot: "identity.email", action: { key: "order_status" } });
    expect(asked.events.filter(({ event }) => event === "decision")).toHaveLength(1);
    expect(await talker.trace()).toMatchObject({
      model: "configured.chat/fake-model",
      tokens: { input: 120, output: 12 },
    });
    const sent = fake.requests.length;
    await talker.say("mum@example.com");
    const told = await talker.say(String(await codeMailedTo("mum@example.com")));
    expect(told.text).toContain("Order A4711 is: Shipped");
    expect(fake.requests).toHaveLength(sent);
    const { customer, conversationId } = talker;
    const page = await listPublicMessages({ ctx: customer, input: { conversationId, after: 0 } });
    expect(page.messages.at(-1)).toMatchObject({ decision: "answer", action: { key: "order_status", state: "done" } });
  });

  it("that answers in words is heard as before, with its citation", async () => {
    fake.behave("answer", TAKEN);
    const { text, decision, titles } = await (await Talker.begin()).say(KNOWN);
    expect([text, decision.kind, titles]).toEqual([TAKEN[0], "answer", ["Refund times"]]);
    expect(toolsSent()).toContain("order_status");
  });

  it("answers the question beside what an action asked for, gets no tools for it, and the action goes on after it", async () => {
    const talker = await Talker.begin();
    await talker.say("Where is my order?");
    fake.behave("answer", TAKEN);
    const reply = await talker.say(`A4711. And ${KNOWN}`);
    expect(reply.decision).toMatchObject({
      kind: "answer",
      slot: "identity.email",
      questions: [{ outcome: "answered" }],
    });
    expect(reply.text.startsWith(`${TAKEN[0]}\n\nBack to your request:`)).toBe(true);
    expect(toolsSent()).toEqual([]);
  });

  it("that first says something empty is not heard saying it", async () => {
    calls("order_status", { order_number: "A4711" }, ["Sure, let me check. "]);
    const { text, decision } = await (await Talker.begin()).say(`${KNOWN.slice(0, -1)} for A4711?`);
    expect(decision).toMatchObject({ kind: "ask", action: { key: "order_status" } });
    expect(text).not.toContain("Sure");
  });

  it("that calls a tool after a proved sentence is heard, and the call is not", async () => {
    calls("order_status", { order_number: "A4711" }, TAKEN);
    const talker = await Talker.begin();
    expect((await talker.say(KNOWN)).text).toBe(TAKEN[0]);
    expect(await runsOf(talker)).toEqual([]);
  });
});

describe("a proposed value", () => {
  it.each<[string, unknown]>([
    ["that the customer never wrote", { order_number: "A9999" }],
    ["that is only a part of what the customer wrote", { order_number: "A471" }],
    ["that is malformed", { order_number: "'; drop table orders" }],
    ["that is no text", { order_number: { $ne: null } }],
    ["of no parameter", { email: "mum@example.com", verified: true }],
    ["in arguments that are no JSON", '{"order_number": "A47'],
    ["in a list", '["A4711"]'],
  ])("%s is dropped and asked for", async (_, given) => {
    calls("order_status", given);
    const asked = await (await Talker.begin()).say("My mum's birthday is on Friday, how exciting, zone 471");
    expect(asked.decision).toMatchObject({ kind: "ask", slot: "order_number", action: { state: "collecting" } });
  });

  it("that the customer wrote earlier counts", async () => {
    fake.behave("answer", TAKEN);
    const talker = await Talker.begin();
    await talker.say("How long does a refund take? I mean A4711");
    calls("order_status", { order_number: "A4711" });
    expect((await talker.say("And whether it reaches my mum in time makes me nervous")).decision.slot).toBe(
      "identity.email",
    );
  });

  it("for something that changes data waits for the customer's own yes, whatever the action is set to", async () => {
    const url = `${shop.origin}/orders/{order}/cancel`;
    await storeHttpAction({ key: "cancel_order", url, method: "POST", confirm: false });
    calls("cancel_order", { order: "A1029", confirmed: "yes" });
    const talker = await Talker.begin();
    const { decision, text } = await talker.say("I regret A1029 so much");
    expect(decision).toMatchObject({ kind: "ask", slot: "confirmation" });
    expect(text).toContain("A1029");
    expect(shop.cancelled).toEqual([]);
    expect((await talker.say("yes")).decision).toMatchObject({ kind: "answer", action: { state: "done" } });
    expect(shop.cancelled).toEqual(["A1029"]);
  });
});

describe("without knowledge on it", () => {
  const lost = "My cat dreams of submarines and A4711";

  it("a model may still start an action", async () => {
    calls("order_status", { order_number: "A4711" });
    expect((await (await Talker.begin()).say(lost)).decision.action?.key).toBe("order_status");
  });

  it("its words are never said, and what they cost is counted, also when a person is fetched", async () => {
    await db().delete(modelSpending);
    const value = { inputPrice: 1000, outputPrice: 10_000, currency: "USD", dailyBudget: 0 };
    await db().insert(settings).values({ subject: "model", value });
    const agent = { ...(await staffMember("agent")), now: new Date() };
    await setPresence({ ctx: agent, input: { state: "online" } });
    fake.behave("answer", ["Submarines are free for cats."]);
    const talker = await Talker.begin();
    const offered = await talker.say("Do submarines dream?");
    expect(offered.decision).toMatchObject({ kind: "handoff", started: false });
    expect(offered.text).not.toContain("free");
    const fetched = await talker.say("Are rockets edible then?");
    expect(fetched.decision).toMatchObject({ kind: "handoff", started: true });
    const spent = await db().select().from(modelSpending);
    expect(spent).toMatchObject([{ model: "configured.chat/fake-model", answers: 2, inputTokens: 240 }]);
    await db().delete(settings).where(eq(settings.subject, "model"));
  });

  it("its failure leaves the offer of a person, and staff can read why", async () => {
    fake.behave("server_error");
    const talker = await Talker.begin();
    expect((await talker.say(lost)).decision).toMatchObject({ kind: "handoff", started: false });
    expect((await talker.trace())?.stepDown).toMatchObject({ reason: "server_error" });
  });
});

describe("a model that misbehaves with its tools", () => {
  it("by calling one that does not exist steps down to the offline answer, and its tokens are counted", async () => {
    calls("delete_everything", { order_number: "A4711" });
    const talker = await Talker.begin();
    expect((await talker.say(KNOWN)).text).toContain("3–5 working days");
    expect(await talker.trace()).toMatchObject({
      model: "zhida/offline",
      tokens: { input: 120, output: 12 },
      stepDown: { reason: "garbage", detail: "no such tool: delete_everything", model: "configured.chat/fake-model" },
    });
    expect(await runsOf(talker)).toEqual([]);
  });

  it.each(["cut", "garbage"] as const)(
    "by breaking off in the middle of a call (%s) steps down, and nothing is begun",
    async (behaviour) => {
      const whole = JSON.stringify({ order_number: "A4711" });
      fake.behave(behaviour, [], [{ name: "order_status", arguments: whole }]);
      const talker = await Talker.begin();
      expect((await talker.say(`${KNOWN} A4711`)).text).toContain("3–5 working days");
      expect((await talker.trace())?.stepDown?.reason).toBe(behaviour);
      expect(await runsOf(talker)).toEqual([]);
    },
  );
});

describe("no tools are given", () => {
  it("in the middle of an action, for several questions, and over budget", async () => {
    fake.behave("answer", TAKEN);
    const talker = await Talker.begin();
    await talker.say("Where is my order?");
    await talker.say("How long does a refund take?");
    expect(toolsSent()).toEqual([]);
    await (await Talker.begin()).say("How long does a refund take? And do your drones carry passengers?");
    expect(toolsSent()).toEqual([]);
    await db()
      .insert(settings)
      .values({
        subject: "model",
        value: { inputPrice: 1000, outputPrice: 10_000, currency: "USD", dailyBudget: 0.1 },
      });
    await (await Talker.begin()).say(KNOWN);
    const asked = fake.requests.length;
    const over = await Talker.begin();
    await over.say(KNOWN);
    await over.say("My cat dreams of submarines");
    expect(fake.requests).toHaveLength(asked);
    expect((await over.answers())[0]?.trace.stepDown?.reason).toBe("over_budget");
    await db().delete(settings).where(eq(settings.subject, "model"));
  });
});
