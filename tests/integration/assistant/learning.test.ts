import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { answerCorrections, answers, events } from "@/db/schema";
import { correctAnswer, withdrawCorrection } from "@/server/assistant/correct-answer";
import { getAnswerTrace } from "@/server/assistant/get-answer-trace";
import { judgeAnswer } from "@/server/assistant/judge-answer";
import { loadLearnt } from "@/server/assistant/recogniser/load-learnt";
import { trainInLocale } from "@/server/assistant/recogniser/train-job";
import type { ServiceContext, StaffActor } from "@/server/context";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { sendStaffMessage } from "@/server/conversations/send-staff-message";
import { setPresence } from "@/server/routing/set-presence";
import { contextOf, installInboxes, staffMember } from "../../support/actors";
import { ask, publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { serveInternalRoutes } from "../../support/internal-routes";
import { type Heard, Talker } from "../../support/talker";

ownDatabase();

const system = () => contextOf({ kind: "system" }, new Date());
const ids: Record<string, string> = {};
let stopServing: () => Promise<void>;
let manager: ServiceContext<StaffActor>;

const ARTICLES: [string, string, string[]][] = [
  [
    "Descaling the kettle",
    "Boil vinegar, then rinse twice.",
    ["How do I remove limescale?", "White flakes in the kettle"],
  ],
  [
    "Refund times",
    "Refunds arrive within 3–5 working days.",
    ["How long does a refund take?", "When is my money back?"],
  ],
  ["Shipping abroad", "We ship to Canada for 20 dollars.", ["Do you ship abroad?", "Delivery to Canada"]],
  ["Plus membership", "Plus costs 19 dollars a month.", ["How much is Plus membership?", "Price of Plus"]],
  ["Opening hours", "From nine to six.", ["When are you open?", "Are you open on Sunday?"]],
  [
    "Changing the delivery address",
    "Under Orders, until it leaves.",
    ["Change my delivery address", "Wrong address given"],
  ],
  [
    "Changing the billing address",
    "Under Account, at any time.",
    ["Change my billing address", "Invoice address is wrong"],
  ],
];

beforeAll(async () => {
  await installInboxes();
  stopServing = await serveInternalRoutes();
  for (const [title, body, questions] of ARTICLES) ids[title] = await publishedArticle(title, body, questions);
  await trainInLocale(system(), "en");
  manager = await staffMember("manager");
});
afterAll(() => stopServing());

/** The answer to a question as the first thing somebody says. */
const asked = async (text: string): Promise<Heard> => (await Talker.begin()).say(text);
const train = () => trainInLocale(system(), "en");

describe("a correction", () => {
  const WRONG = "my pot has crusty bits on the bottom";
  const kettle = () => ids["Descaling the kettle"] ?? "";

  it("makes the same wording right from the next training on, and is undone by taking it back", async () => {
    const before = await asked(WRONG);
    expect(before.titles).not.toContain("Descaling the kettle");
    const place = { messageId: before.messageId, position: 0 };
    await correctAnswer({ ctx: manager, input: { ...place, articleId: kettle() } });
    await train();
    const after = await asked("My pot has crusty bits on the bottom!");
    expect(after).toMatchObject({ titles: ["Descaling the kettle"], decision: { kind: "answer" } });
    const { trace } = await getAnswerTrace({ ctx: manager, input: { messageId: after.messageId } });
    expect(trace.questions).toMatchObject([{ settled: true }]);
    await withdrawCorrection({ ctx: manager, input: place });
    await train();
    expect((await asked(WRONG)).titles).not.toContain("Descaling the kettle");
  });

  it("makes wordings like it likelier", async () => {
    const similar = "are crusty bits on the bottom of a pot normal?";
    expect((await asked(similar)).titles).toEqual([]);
    const { messageId } = await asked(WRONG);
    await correctAnswer({ ctx: manager, input: { messageId, position: 0, articleId: kettle() } });
    await train();
    const { decision, titles } = await asked(similar);
    expect(titles.length > 0 ? titles : decision.choices?.map((choice) => choice.length > 0)).not.toHaveLength(0);
    expect([...titles, ...(decision.choices ?? [])].join()).toMatch(/kettle/i);
  });

  it("that nothing answers it keeps the assistant from answering with what sounds alike", async () => {
    const wording = "how long does a refund of my feelings take";
    const before = await asked(wording);
    expect(before.titles).toEqual(["Refund times"]);
    await correctAnswer({ ctx: manager, input: { messageId: before.messageId, position: 0, articleId: null } });
    await train();
    expect(await asked(wording)).toMatchObject({ titles: [], decision: { kind: "handoff" } });
    expect((await asked("how long does a refund take")).titles).toEqual(["Refund times"]);
  });

  it("is told with who made it, counts the last time it was made, and stands in the record", async () => {
    const { messageId } = await asked("are you open on Sunday");
    const place = { messageId, position: 0 };
    await correctAnswer({ ctx: manager, input: { ...place, articleId: null } });
    await correctAnswer({ ctx: manager, input: { ...place, articleId: kettle() } });
    const explained = await getAnswerTrace({ ctx: manager, input: { messageId } });
    expect(explained.corrections).toMatchObject([
      { position: 0, title: "Descaling the kettle", by: expect.any(String) },
    ]);
    await withdrawCorrection({ ctx: manager, input: place });
    await withdrawCorrection({ ctx: manager, input: place });
    const [answer] = await db().select().from(answers).where(eq(answers.messageId, messageId));
    const recorded = await db()
      .select()
      .from(events)
      .where(eq(events.entityId, answer?.conversationId ?? ""));
    expect(recorded.filter(({ name }) => name === "answer.corrected")).toHaveLength(3);
  });

  it("is refused for agents, questions that are not there, and articles customers may not read", async () => {
    const { messageId } = await asked("are you open on Sunday");
    const input = { messageId, position: 0, articleId: kettle() };
    const refused = (ctx: ServiceContext, more: object) => correctAnswer({ ctx, input: { ...input, ...more } });
    await expect(refused(await staffMember("agent"), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(refused(manager, { position: 1 })).rejects.toMatchObject({ code: "answer_not_found" });
    await expect(refused(manager, { articleId: "art_none" })).rejects.toMatchObject({ code: "article_not_found" });
    expect(await db().$count(answerCorrections, eq(answerCorrections.answerId, messageId))).toBe(0);
  });
});

describe("a choice", () => {
  const vague = "address on the order is wrong";
  const invoice = "Changing the billing address";

  /** Asks the vague question and sends the choice it is met with. */
  async function choose() {
    const person = await Talker.begin();
    const first = await person.say(vague);
    expect(first.decision).toMatchObject({
      kind: "ask",
      choices: expect.arrayContaining(["Invoice address is wrong"]),
    });
    const second = await person.say("Invoice address is wrong");
    expect(second.titles).toEqual([invoice]);
    return { person, first, second };
  }

  /** What choices have taught so far, the newest first. */
  const chosen = async () => (await loadLearnt(db(), new Date())).filter(({ from }) => from === "chosen");

  it("teaches nothing when the customer then says that it did not help", async () => {
    const { person, first, second } = await choose();
    const input = { conversationId: person.conversationId, messageId: second.messageId, solved: false };
    await judgeAnswer({ ctx: person.customer, input });
    await train();
    expect((await asked(vague)).decision).toEqual(first.decision);
  });

  it.each([
    ["yes", ["Invoice address is wrong", "Wrong address given"]],
    ["the second one", ["Wrong address given", "Invoice address is wrong"]],
    ["第二个", ["Wrong address given", "Invoice address is wrong"]],
  ])("picked by %j is learnt as one that was sent is", async (words, choices) => {
    const learntOf = async (picked: string) => {
      const [person, before] = [await Talker.begin(), await chosen()];
      const { decision, messageId } = await person.say(vague);
      await db()
        .update(answers)
        .set({ decision: { ...decision, choices } })
        .where(eq(answers.messageId, messageId));
      const { titles } = await person.say(picked);
      const after = await chosen();
      expect(after).toHaveLength(before.length + 1);
      expect(titles).toEqual([invoice]);
      expect(after[0]).toMatchObject({ text: vague, label: ids[invoice] });
      return after[0];
    };
    const sent = await learntOf("Invoice address is wrong");
    expect(await learntOf(words)).toEqual(sent);
  });

  it("teaches what the vague question before it meant", async () => {
    await choose();
    await train();
    const { titles, decision } = await asked(vague);
    expect({ titles, kind: decision.kind }).toEqual({ titles: [invoice], kind: "answer" });
    expect((await asked("the address on my order is wrong")).titles).toEqual([invoice]);
  });
});

describe("a handoff", () => {
  it("teaches that the article the agent sent answers what the assistant could not", async () => {
    const wording = "will my parrot's cage get through customs up north";
    const person = await Talker.begin();
    const agent = { ...(await staffMember("agent")), now: new Date() };
    await setPresence({ ctx: agent, input: { state: "online" } });
    expect((await person.say(wording)).titles).toEqual([]);
    await person.say("still: will my parrot's cage get through customs up north");
    const conversationId = person.conversationId;
    await claimConversation({ ctx: agent, input: { conversationId } });
    await ask(person.customer, conversationId, "thanks");
    const text = "It does:\n\n[Shipping abroad](/en/articles/shipping-abroad)";
    const message = { conversationId, clientMessageId: "reply-1", text, attachmentIds: [], kind: "outgoing" as const };
    await sendStaffMessage({ ctx: agent, input: message });
    await train();
    expect((await asked(wording)).titles).toEqual(["Shipping abroad"]);
  });
});
