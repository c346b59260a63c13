import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { answerFeedback, answers, conversationQuestions, conversations, handoffs, resolutions } from "@/db/schema";
import { SETTINGS } from "@/lib/contracts/settings";
import en from "@/messages/en/assistant.json";
import { saveRule } from "@/server/assistant/rules/save-rule";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { selectQuestions, settleQuestion } from "@/server/conversations/questions";
import { resolveConversation } from "@/server/conversations/resolve-conversation";
import { setPresence } from "@/server/routing/set-presence";
import { codeMailedTo, orderFor } from "../../support/actions";
import { identify, installInboxes, staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { serveInternalRoutes } from "../../support/internal-routes";
import { Talker } from "../../support/talker";

ownDatabase();

let stopServing: () => Promise<void>;
let feesId = "";
let agent: Awaited<ReturnType<typeof staffMember>>;

beforeAll(async () => {
  await installInboxes();
  agent = await staffMember("agent");
  stopServing = await serveInternalRoutes();
  await publishedArticle("Refund times", "Refunds arrive within 3–5 working days.", ["How long does a refund take?"]);
  await publishedArticle("Shipping to Canada", "We ship to Canada for 20 dollars.", ["Do you ship to Canada?"]);
  await publishedArticle("Plus membership", "Plus costs 19 dollars a month.", ["How much is Plus membership?"]);
  feesId = await publishedArticle("Fees", "All fees are listed in the terms.", ["What fees are there?"]);
});
afterAll(() => stopServing());

/** Somebody is at work: presence that is not renewed lapses. */
beforeEach(() => setPresence({ ctx: { ...agent, now: new Date() }, input: { state: "online" } }));

const rowOf = async ({ conversationId }: Talker) =>
  (await db().select().from(conversations).where(eq(conversations.id, conversationId)))[0];

describe("a simulated conversation", () => {
  it("answers every question of one message with its own source", async () => {
    const talker = await Talker.begin();
    const reply = await talker.say("How long does a refund take? And do you ship to Canada?");
    expect(reply.decision.kind).toBe("answer");
    expect(reply.decision.questions?.map(({ outcome }) => outcome)).toEqual(["answered", "answered"]);
    expect(reply.titles).toEqual(["Refund times", "Shipping to Canada"]);
    expect(reply.text).toContain("3–5 working days. [1]");
    expect(reply.text).toContain("20 dollars. [2]");
    expect(await selectQuestions(db(), talker.conversationId)).toMatchObject([
      { state: "answered" },
      { state: "answered" },
    ]);
  });

  it("returns courtesies in kind, without looking anything up or counting a miss", async () => {
    const talker = await Talker.begin();
    await talker.say("How long does a refund take?");
    const said = ["Thanks!", "great, that solved it", "ok", "解决了，谢谢", "ok bye"];
    const heard: string[] = [];
    for (const text of said) {
      const { decision, text: words } = await talker.say(text);
      expect(decision).toEqual({ kind: "ask", confidence: 1 });
      expect((await talker.trace())?.candidates).toEqual([]);
      heard.push(words);
    }
    expect(heard).toEqual([
      expect.stringMatching(/^You are welcome/),
      expect.stringMatching(/^Glad/),
      expect.stringMatching(/^All right/),
      expect.stringMatching(/^问题解决了就好/),
      expect.stringMatching(/^Goodbye/),
    ]);
    expect(await rowOf(talker)).toMatchObject({ status: "assistant", misses: 0 });
  });

  it("takes an answer for solved when the customer says so right after it, and nothing else for judged", async () => {
    const judged = async (talker: Talker) =>
      db()
        .select({ solved: answerFeedback.solved })
        .from(answerFeedback)
        .innerJoin(answers, eq(answers.id, answerFeedback.answerId))
        .where(eq(answers.conversationId, talker.conversationId));
    const helped = await Talker.begin();
    await helped.say("Do your drones carry passengers?");
    expect((await rowOf(helped))?.misses).toBe(1);
    await helped.say("How long does a refund take?");
    await helped.say("great, that solved it");
    await helped.say("solved, thanks");
    expect(await judged(helped)).toEqual([{ solved: true }]);
    expect((await rowOf(helped))?.misses).toBe(0);
    const other = await Talker.begin();
    await other.say("that solved it");
    await other.say("Do your drones carry passengers?");
    await other.say("problem solved");
    await other.say("How long does a refund take?");
    await other.say("Thanks!");
    await other.say("solved");
    expect(await judged(other)).toEqual([]);
  });

  it("says honestly and by name that a machine answers, and fetches nobody for that", async () => {
    const talker = await Talker.begin();
    const { assistantName, name } = SETTINGS.company.parse({});
    for (const [text, locale] of [["Am I talking to a real person?", "en"] as const, ["你是人工吗", "zh"] as const]) {
      const reply = await talker.say(text);
      expect(reply.decision.kind).toBe("ask");
      expect(reply.text).toContain(assistantName[locale]);
      expect(reply.text).toMatch(new RegExp(`AI.*${name[locale]}|${name[locale]}.*AI`));
      expect(reply.text).not.toContain("{");
    }
    expect(await rowOf(talker)).toMatchObject({ status: "assistant", misses: 0 });
  });

  it("tells two questions that one passage answers together", async () => {
    const talker = await Talker.begin();
    const { text, decision } = await talker.say("How much is Plus membership? And what does Plus membership cost?");
    expect(decision.questions?.map(({ outcome }) => outcome)).toEqual(["answered", "answered"]);
    expect(text.match(/19 dollars a month/g)).toHaveLength(1);
    expect(text).toMatch(/^\*\*How much is Plus membership\? · What does Plus membership cost\?\*\*/);
  });

  it("keeps a question it cannot answer on the checklist until a person settles it or says why not", async () => {
    const talker = await Talker.begin();
    const reply = await talker.say("How long does a refund take? And do your drones carry passengers?");
    expect(reply.decision.questions?.map(({ outcome }) => outcome)).toEqual(["answered", "unanswered"]);
    expect(reply.text).toContain("drones");
    const agent = await staffMember("agent");
    const close = (reason?: string) =>
      resolveConversation({ ctx: agent, input: { conversationId: talker.conversationId, reason } });
    await expect(close()).rejects.toMatchObject({ code: "questions_open", details: { count: 1 } });
    await expect(close("  ".trim())).rejects.toMatchObject({ code: "questions_open" });
    const [, open] = await selectQuestions(db(), talker.conversationId);
    await settleQuestion({
      ctx: agent,
      input: { conversationId: talker.conversationId, questionId: open?.id ?? "", state: "answered" },
    });
    expect((await close()).status).toBe("resolved");

    const other = await Talker.begin();
    await other.say("How long does a refund take? And do your drones carry passengers?");
    await resolveConversation({
      ctx: agent,
      input: { conversationId: other.conversationId, reason: "We sell no drones." },
    });
    const [resolution] = await db()
      .select()
      .from(resolutions)
      .where(eq(resolutions.conversationId, other.conversationId));
    expect(resolution?.reason).toBe("We sell no drones.");
    const states = (await selectQuestions(db(), other.conversationId)).map(({ state }) => state);
    expect(states).toEqual(["answered", "dropped"]);
  });

  it("answers one question and begins what the other one wants done, which stays on the checklist until it is", async () => {
    const talker = await Talker.begin();
    await orderFor(talker.customer.actor.customerId, "A7001");
    await identify(talker.customer, "email", "shopper@example.com");
    const reply = await talker.say("I want to return my order. And how long does a refund take?");
    expect(reply.decision).toMatchObject({
      kind: "answer",
      slot: "order_number",
      action: { key: "start_return", state: "collecting" },
      questions: [{ outcome: "action" }, { outcome: "answered" }],
    });
    expect(reply.titles).toEqual(["Refund times"]);
    expect(reply.text).toMatch(/3–5 working days\. \[1\][\s\S]*I want to return my order[\s\S]*Which order/);
    const states = async () => (await selectQuestions(db(), talker.conversationId)).map(({ state }) => state);
    expect(await states()).toEqual(["open", "answered"]);
    expect((await talker.trace())?.questions?.map(({ outcome }) => outcome)).toEqual(["action", "answer"]);
    expect((await talker.say("A7001")).decision.slot).toBe("reason");
    expect((await talker.say("It is too small")).decision.slot).toBe("identity.email");
    await talker.say("shopper@example.com");
    const code = String(await codeMailedTo("shopper@example.com"));
    expect((await talker.say(code)).decision.slot).toBe("confirmation");
    expect(await states()).toEqual(["open", "answered"]);
    expect((await talker.say("Yes")).decision).toMatchObject({ kind: "answer", action: { state: "done" } });
    expect(await states(), "a return is a request").toEqual(["ticketed", "answered"]);
  });

  it("ticks off what was asked of a record when that is told", async () => {
    const talker = await Talker.begin();
    await orderFor(talker.customer.actor.customerId, "A7003");
    await identify(talker.customer, "email", "owner@example.com");
    const states = async () => (await selectQuestions(db(), talker.conversationId)).map(({ state }) => state);
    const reply = await talker.say("How long does a refund take? And where is my order A7003?");
    expect(reply.decision.questions?.map(({ outcome }) => outcome)).toEqual(["answered", "action"]);
    expect(reply.decision.slot).toBe("identity.email");
    await talker.say("owner@example.com");
    expect(await states()).toEqual(["answered", "open"]);
    const told = await talker.say(String(await codeMailedTo("owner@example.com")));
    expect(told.decision).toMatchObject({ kind: "answer", action: { key: "order_status", state: "done" } });
    expect(await states()).toEqual(["answered", "answered"]);
  });

  it("takes what was to be done off the checklist when the customer calls it off", async () => {
    const talker = await Talker.begin();
    await orderFor(talker.customer.actor.customerId, "A7002");
    await talker.say("How long does a refund take? Also I want to return my order.");
    await talker.say("never mind");
    expect((await selectQuestions(db(), talker.conversationId)).map(({ state }) => state)).toEqual([
      "answered",
      "dropped",
    ]);
  });

  it("does not let somebody settle a question of another conversation", async () => {
    const [one, other] = [await Talker.begin(), await Talker.begin()];
    await one.say("How long does a refund take? And do your drones carry passengers?");
    await other.say("How long does a refund take?");
    const [question] = await selectQuestions(db(), one.conversationId);
    const input = { conversationId: other.conversationId, questionId: question?.id ?? "", state: "dropped" as const };
    await expect(settleQuestion({ ctx: await staffMember("agent"), input })).rejects.toMatchObject({
      code: "question_not_found",
    });
  });

  it("offers a person once, then fetches one with everything asked on the checklist", async () => {
    const talker = await Talker.begin();
    expect((await talker.say("Do your drones carry passengers?")).decision).toMatchObject({
      kind: "handoff",
      started: false,
    });
    expect((await talker.say("Is there a submarine? And do your rockets fly?")).decision).toMatchObject({
      kind: "handoff",
      started: true,
    });
    expect(await rowOf(talker)).toMatchObject({ status: "queued" });
    const states = (await selectQuestions(db(), talker.conversationId)).map(({ state }) => state);
    expect(states).toEqual(["handed_over", "handed_over"]);
  });

  it("brings an angry customer to a person at once, before everybody else", async () => {
    const talker = await Talker.begin();
    const reply = await talker.say(
      "This is outrageous! You are scammers and I will sue you. How long does a refund take?",
    );
    expect(reply.decision).toMatchObject({ kind: "handoff", started: true });
    expect(reply.text).toContain("I am sorry");
    expect(await rowOf(talker)).toMatchObject({ status: "queued", priority: "urgent" });
    const [handoff] = await db().select().from(handoffs).where(eq(handoffs.conversationId, talker.conversationId));
    expect(handoff).toMatchObject({ reason: "unhappy", card: { why: "unhappy" } });
    const agent = await staffMember("agent");
    expect((await claimConversation({ ctx: agent, input: { conversationId: talker.conversationId } })).status).toBe(
      "assigned",
    );
  });

  it("fetches a person when the customer says the same for the third time", async () => {
    const talker = await Talker.begin();
    await talker.say("How long does a refund take?");
    await talker.say("how long does a refund take");
    expect((await talker.say("How long does a refund take??")).decision).toMatchObject({
      kind: "handoff",
      started: true,
    });
    expect(await rowOf(talker)).toMatchObject({ status: "queued" });
  });

  it("keeps to rules from the next message on: exact words with their article, and topics it must not answer", async () => {
    const admin = await staffMember("admin");
    const words = { zh: "费用以条款为准。", en: "Fees are as the terms of 1 May say, section 4." };
    const exact = { name: "Fees", kind: "exact" as const, phrases: ["fees"], words, articleId: feesId, enabled: true };
    const { id } = await saveRule({ ctx: admin, input: exact });
    const talker = await Talker.begin();
    const reply = await talker.say("What fees are there?");
    expect(reply.text).toBe(words.en);
    expect(reply.titles).toEqual(["Fees"]);
    await saveRule({ ctx: admin, input: { ...exact, id, kind: "refuse", articleId: null } });
    expect((await talker.say("Tell me about the fees please")).decision).toMatchObject({
      kind: "handoff",
      started: false,
    });
    await saveRule({ ctx: admin, input: { ...exact, id, enabled: false } });
    const other = await Talker.begin();
    expect((await other.say("What fees are there?")).text).toContain("All fees are listed");
    const [trace] = await db().select().from(answers).where(eq(answers.conversationId, other.conversationId));
    expect(trace?.trace.rule).toBeUndefined();
  });

  it("keeps a rule to the question it is about: the others are answered, and each is on the checklist", async () => {
    const admin = await staffMember("admin");
    const words = { zh: "我们不提供法律建议。", en: "We give no advice on the law." };
    const law = {
      name: "Law",
      kind: "refuse" as const,
      phrases: ["legal advice"],
      words,
      articleId: null,
      enabled: true,
    };
    const { id } = await saveRule({ ctx: admin, input: law });
    const said = "How long does a refund take? And can you give me legal advice?";
    const refused = await Talker.begin();
    const reply = await refused.say(said);
    expect(reply.text).toMatch(
      /working days\. \[1\]\n\n\*\*Can you give me legal advice\?\*\*\n\nWe give no advice on the law\.$/,
    );
    expect(reply.titles).toEqual(["Refund times"]);
    expect(await selectQuestions(db(), refused.conversationId)).toMatchObject([
      { state: "answered" },
      { state: "open" },
    ]);
    expect(await refused.trace()).toMatchObject({
      questions: [{ outcome: "answer" }, { outcome: "rule" }],
      rule: { name: "Law" },
    });
    await saveRule({ ctx: admin, input: { ...law, id, kind: "exact", articleId: feesId } });
    const exact = await Talker.begin();
    const spoken = await exact.say(said);
    expect(spoken.titles).toEqual(["Refund times", "Fees"]);
    expect(await selectQuestions(db(), exact.conversationId)).toMatchObject([
      { state: "answered" },
      { state: "answered" },
    ]);
    expect((await (await Talker.begin()).say(`Do your drones carry passengers? ${said.slice(29)}`)).text).toMatch(
      /^\*\*Can you give me legal advice\?\*\*\n\nWe give no advice on the law\.\n\nI have no reliable answer.*\n- Do your drones/s,
    );
    await saveRule({ ctx: admin, input: { ...law, id, kind: "hand_over" } });
    const fetched = await Talker.begin();
    expect((await fetched.say(said)).decision).toMatchObject({ kind: "handoff", started: true });
    expect(await selectQuestions(db(), fetched.conversationId)).toMatchObject([
      { state: "handed_over" },
      { state: "handed_over" },
    ]);
    await saveRule({ ctx: admin, input: { ...law, id, enabled: false } });
  });

  it("answers what is asked beside the wish for a person while nobody is online", async () => {
    const talker = await Talker.begin();
    const wish = "And I want to speak to a human about my broken watch.";
    const reply = await talker.say(`How long does a refund take? Do your drones carry passengers? ${wish}`);
    expect(reply.text).toMatch(
      /Refunds arrive within 3–5 working days\. \[1\].*- Do your drones.*\n\nNobody from our team/s,
    );
    expect(reply.decision).toMatchObject({ kind: "answer", offered: true });
    expect(await selectQuestions(db(), talker.conversationId)).toMatchObject([
      { text: "How long does a refund take?", state: "answered" },
      { text: "Do your drones carry passengers?", state: "open" },
    ]);
    const other = await Talker.begin();
    const unknown = await other.say(`Do your drones carry passengers? ${wish}`);
    expect(unknown.text).toBe(en.said.nobody_online);
    expect(await selectQuestions(db(), other.conversationId)).toMatchObject([{ state: "open" }]);
    const alone = await (await Talker.begin()).say("My watch is broken. I want to speak to a human.");
    expect(alone.decision).toEqual({ kind: "handoff", confidence: 1, started: false });
  });

  it("explains to staff what was carried over from the turn before", async () => {
    const talker = await Talker.begin();
    await talker.say("How much is Plus membership?");
    const reply = await talker.say("and how long does a refund of it take?");
    expect(reply.decision.kind).toBe("answer");
    const rows = await db().select().from(answers).where(eq(answers.conversationId, talker.conversationId));
    expect(rows.at(-1)?.trace.questions?.[0]?.text).toBe("and how long does a refund of it take?");
    expect(
      await db().$count(conversationQuestions, eq(conversationQuestions.conversationId, talker.conversationId)),
    ).toBe(0);
  });
});
