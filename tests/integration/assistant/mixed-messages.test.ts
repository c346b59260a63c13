import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { actionRuns, answers, conversationQuestions } from "@/db/schema";
import { finishAbandonedAnswers } from "@/server/assistant/finish-abandoned-answers";
import { selectQuestions } from "@/server/conversations/questions";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { ActionTalk, allowHost, codeMailedTo, storeHttpAction } from "../../support/actions";
import { contextOf, customerOf, installInboxes } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { type OrderSystem, startOrderSystem } from "../../support/fakes/order-system";
import { serveInternalRoutes } from "../../support/internal-routes";
import { awaitingConsent, returnsOf, runsOf, shopper } from "../../support/shopper";
import type { Talker } from "../../support/talker";

ownDatabase();

let stopServing: () => Promise<void>;
let shop: OrderSystem;

beforeAll(async () => {
  await installInboxes();
  stopServing = await serveInternalRoutes();
  shop = await startOrderSystem();
  await allowHost(shop.host);
  await publishedArticle("Refund times", "Refunds arrive within 3–5 working days.", ["How long does a refund take?"]);
  await publishedArticle("Points", "100 points are worth 1 dollar.", ["How do points work?", "积分怎么用？"]);
  await publishedArticle("Return fees", "A return costs 12 dollars.", ["Does a return cost something?"]);
  await publishedArticle("退货费用", "退货运费每次 12 元。", ["退货要收费吗？"], "zh");
  await publishedArticle("积分", "100 积分抵 1 元。", ["积分怎么用？"], "zh");
});
afterAll(async () => {
  await stopServing();
  await shop.close();
});

const checklist = async ({ conversationId }: Talker) =>
  (await selectQuestions(db(), conversationId)).map(({ text, state }) => `${text}: ${state}`);

describe("a question beside what an action asked for", () => {
  it("is answered with its source, listed and traced, and the action takes its fact and goes on", async () => {
    const { talker, orders } = await shopper();
    await talker.say("I want to return my order");
    const reply = await talker.say(`${orders[0]}. And how long does a refund take?`);
    expect(reply.decision).toMatchObject({
      kind: "answer",
      slot: "reason",
      action: { key: "start_return", state: "collecting" },
      questions: [{ text: "how long does a refund take?", outcome: "answered" }],
    });
    expect(reply.titles).toEqual(["Refund times"]);
    expect(reply.text).toMatch(/working days\. \[1\]\n\nBack to your request:\n\nWhat is the reason/);
    expect(await checklist(talker)).toEqual(["how long does a refund take?: answered"]);
    expect((await talker.trace())?.questions?.map(({ outcome }) => outcome)).toEqual(["answer"]);
  });

  it("is not lost when nothing answers it: it is named, and stays open", async () => {
    const { talker, orders } = await shopper();
    await talker.say("I want to return my order");
    const reply = await talker.say(`${orders[0]}. Do your drones carry passengers?`);
    expect(reply.decision).toMatchObject({ kind: "ask", slot: "reason", questions: [{ outcome: "unanswered" }] });
    expect(reply.text).toMatch(/- Do your drones carry passengers\?[\s\S]*What is the reason/);
    expect(await checklist(talker)).toEqual(["Do your drones carry passengers?: open"]);
  });
});

describe("consent", () => {
  it.each([
    ["en", "yes, but does it cost something?"],
    ["en", "Confirm. Does a return cost something?"],
    ["en", "ok if it is free?"],
    ["zh", "可以，不过要收费吗？"],
    ["zh", "确认，退货要收费吗？"],
    ["zh", "可以吗？"],
  ] as const)("that is hedged does nothing, and is asked for again (%s: %s)", async (locale, said) => {
    const { talker, orders } = await awaitingConsent(locale);
    const reply = await talker.say(said);
    expect(reply.decision).toMatchObject({ slot: "confirmation", action: { state: "confirming" } });
    expect(await returnsOf(orders[0])).toBe(0);
    expect((await talker.say(locale === "zh" ? "确认" : "Confirm")).decision.action?.state).toBe("done");
    expect(await returnsOf(orders[0])).toBe(1);
  });

  it.each([
    ["en", "yes, and how do points work?", "Points"],
    ["zh", "确认，另外积分怎么用？", "积分"],
  ] as const)(
    "holds beside a question about something else, which is answered too (%s)",
    async (locale, said, title) => {
      const { talker, orders } = await awaitingConsent(locale);
      const reply = await talker.say(said);
      expect(reply.decision).toMatchObject({ kind: "answer", action: { state: "done" } });
      expect(reply.titles).toEqual([title]);
      expect(await returnsOf(orders[0])).toBe(1);
    },
  );

  it("that is refused beside a question calls the action off and answers the question", async () => {
    const { talker, orders } = await awaitingConsent();
    const reply = await talker.say("no, and how do points work?");
    expect(reply.decision).toMatchObject({ kind: "answer", action: { state: "cancelled" } });
    expect(reply.text).toMatch(/1 dollar\. \[1\]\n\nAll right, nothing was changed/);
    expect(await returnsOf(orders[0])).toBe(0);
  });
});

describe("several actions wanted in one message", () => {
  it("begin one after the other, each in the reply that tells how the one before it ended", async () => {
    const { talker, orders } = await awaitingConsent("en", " and change my phone number");
    const [first, second] = await checklist(talker);
    expect([first, second]).toEqual([`I want to return ${orders[0]}: open`, "change my phone number: open"]);
    expect(await runsOf(talker)).toEqual(["start_return confirming"]);
    const done = await talker.say("yes");
    expect(done.text).toMatch(/registered as request #\d+[\s\S]*\*\*Change my phone number\*\*\n\nWhat is the new/);
    expect(done.decision).toMatchObject({ kind: "ask", slot: "contact", action: { key: "change_contact" } });
    expect(await runsOf(talker)).toEqual(["start_return done", "change_contact collecting"]);
    expect((await talker.say("+8613800138077")).decision.slot).toBe("confirmation");
    expect((await talker.say("yes")).decision).toMatchObject({ kind: "answer", action: { state: "done" } });
    expect(await checklist(talker)).toEqual([
      `I want to return ${orders[0]}: ticketed`,
      "change my phone number: answered",
    ]);
  });

  it("say in the first reply what waits, and none of them is lost when the first is called off", async () => {
    const { talker } = await shopper("zh");
    const reply = await talker.say("我要退货，另外我要换手机号");
    expect(reply.decision).toMatchObject({
      slot: "order_number",
      questions: [{ outcome: "action" }, { outcome: "waiting" }],
    });
    expect(reply.text).toContain("接下来再为您办理：\n- 我要换手机号");
    const next = await talker.say("算了");
    expect(next.decision).toMatchObject({ kind: "ask", slot: "contact", action: { key: "change_contact" } });
    expect(await checklist(talker)).toEqual(["我要退货: dropped", "我要换手机号: open"]);
    expect((await talker.say("算了")).decision.action?.state).toBe("cancelled");
    expect(await checklist(talker)).toEqual(["我要退货: dropped", "我要换手机号: dropped"]);
  });

  it("do the same for another record, and settle each by itself", async () => {
    const { talker, email, orders } = await shopper();
    await talker.say(`Return ${orders[0]} and return ${orders[1]}`);
    await talker.say("too small");
    await talker.say(email);
    await talker.say(String(await codeMailedTo(email)));
    expect((await talker.say("yes")).decision).toMatchObject({ slot: "reason", action: { key: "start_return" } });
    expect(await checklist(talker)).toEqual([`Return ${orders[0]}: ticketed`, `return ${orders[1]}: open`]);
    expect((await talker.say("too big")).text).toContain(orders[1]);
    await talker.say("yes");
    expect([await returnsOf(orders[0]), await returnsOf(orders[1])]).toEqual([1, 1]);
  });

  it("wait when they are asked for while one is under way", async () => {
    const { talker, orders } = await shopper();
    await talker.say("I want to return my order");
    const reply = await talker.say(`${orders[0]} and change my phone number`);
    expect(reply.decision).toMatchObject({ slot: "reason", questions: [{ outcome: "waiting" }] });
    expect(await runsOf(talker)).toEqual(["start_return collecting"]);
    expect((await talker.say("never mind")).decision.action?.key).toBe("change_contact");
  });

  it("stay open when the one before them fails, and never begin by themselves", async () => {
    const { talker } = await shopper();
    await talker.say("I want to return my order. Also, I want to change my phone number.");
    await talker.say("the blue one");
    const failed = await talker.say("you know which");
    expect(failed.decision).toMatchObject({ kind: "handoff", started: false, action: { state: "failed" } });
    expect(failed.text).toContain("- I want to change my phone number");
    expect(await checklist(talker)).toEqual([
      "I want to return my order.: open",
      "I want to change my phone number.: open",
    ]);
    expect((await talker.say("How do points work?")).decision.action).toBeUndefined();
    expect(await runsOf(talker)).toEqual(["start_return failed"]);
  });

  it("go to the person who takes over", async () => {
    const { talker } = await awaitingConsent("en", " and change my phone number");
    await requestHandoff({ ctx: talker.customer, input: { conversationId: talker.conversationId } });
    const states = (await selectQuestions(db(), talker.conversationId)).map(({ state }) => state);
    expect(states).toEqual(["handed_over", "handed_over"]);
    const waiting = and(
      eq(conversationQuestions.conversationId, talker.conversationId),
      eq(conversationQuestions.intent, "change_contact"),
    );
    expect(await db().$count(conversationQuestions, waiting)).toBe(0);
  });

  it("are begun once, however often the same answer is asked for", async () => {
    const talk = await ActionTalk.begin(await customerOf());
    const questions = [
      { text: "I want to return my order", wants: "start_return" },
      { text: "change my phone number", wants: "change_contact" },
    ];
    await talk.say("I want to return my order and change my phone number", { questions });
    const claim = await talk.write("never mind");
    const turns = await Promise.all([talk.take(claim, "never mind"), talk.take(claim, "never mind")]);
    expect(turns[0]).toEqual(turns[1]);
    expect(turns[0]?.decision).toMatchObject({ action: { key: "change_contact", state: "collecting" } });
    const runs = await db().$count(actionRuns, eq(actionRuns.conversationId, talk.conversationId));
    expect(runs).toBe(2);
  });

  it("lead to a call of another system after what was said before it, once", async () => {
    await storeHttpAction({
      key: "parcel",
      url: `${shop.origin}/orders/{order}`,
      method: "GET",
      names: { zh: "查包裹重量", en: "Weigh my parcel" },
      phrasings: { zh: ["我的包裹多重"], en: ["weigh my parcel"] },
      results: { zh: "{order} 查好了。", en: "{order} was looked up." },
    });
    const talk = await ActionTalk.begin(await customerOf());
    const questions = [
      { text: "I want to return my order", wants: "start_return" },
      { text: "weigh my parcel A1029", wants: "parcel" },
    ];
    await talk.say("I want to return my order and weigh my parcel A1029", { questions });
    const before = shop.calls.length;
    const claim = await talk.write("never mind");
    const turns = await Promise.all([talk.take(claim, "never mind"), talk.take(claim, "never mind")]);
    expect(turns[0]).toEqual(turns[1]);
    expect(turns[0]?.text).toMatch(/nothing was changed there\.\n\n\*\*Weigh my parcel A1029\*\*\n\n/);
    expect(shop.calls.length - before).toBe(1);
  });

  it("are read as the writer before did, when that one died after the actions' turn", async () => {
    const talk = await ActionTalk.begin(await customerOf());
    const said = "I want to return my order. And how long does a refund take?";
    const questions = [
      { text: "I want to return my order.", wants: "start_return" },
      { text: "how long does a refund take?", wants: null },
    ];
    const claim = await talk.write(said);
    await talk.take(claim, said, { questions });
    await db()
      .update(answers)
      .set({ leaseUntil: sql`now() - interval '1 second'` })
      .where(eq(answers.id, claim.answerId));
    await finishAbandonedAnswers(contextOf({ kind: "system" }, new Date()));
    const [answer] = await db().select().from(answers).where(eq(answers.id, claim.answerId));
    expect(answer?.decision).toMatchObject({
      kind: "answer",
      slot: "order_number",
      questions: [{ outcome: "action" }, { outcome: "answered" }],
    });
    expect(answer?.draft).toMatch(/working days[\s\S]*Which order/);
    expect(await db().$count(actionRuns, eq(actionRuns.conversationId, talk.conversationId))).toBe(1);
  });
});
