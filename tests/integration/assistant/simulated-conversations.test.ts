import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { conversationQuestions, conversations, handoffs, resolutions } from "@/db/schema";
import en from "@/messages/en/assistant.json";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { selectQuestions, settleQuestion } from "@/server/conversations/questions";
import { resolveConversation } from "@/server/conversations/resolve-conversation";
import { codeMailedTo, orderFor } from "../../support/actions";
import { identify, staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { somebodyAtWork } from "../../support/somebody-at-work";
import { Talker } from "../../support/talker";

ownDatabase();
const atWork = somebodyAtWork();

beforeAll(async () => {
  await publishedArticle("Refund times", "Refunds arrive within 3–5 working days.", ["How long does a refund take?"]);
  await publishedArticle("Shipping to Canada", "We ship to Canada for 20 dollars.", ["Do you ship to Canada?"]);
  await publishedArticle("Plus membership", "Plus costs 19 dollars a month.", ["How much is Plus membership?"]);
});

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

  it("answers what is asked beside the wish for a person while nobody is online", async () => {
    await atWork.become("offline");
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
    expect((await talker.trace())?.questions?.[0]?.text).toBe("and how long does a refund of it take?");
    expect(
      await db().$count(conversationQuestions, eq(conversationQuestions.conversationId, talker.conversationId)),
    ).toBe(0);
  });
});
