import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { answers, assistantRules, conversations, customers, handoffs, presence, settings } from "@/db/schema";
import en from "@/messages/en/assistant.json";
import zh from "@/messages/zh/assistant.json";
import { judgeAnswer } from "@/server/assistant/judge-answer";
import { saveRule } from "@/server/assistant/rules/save-rule";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { somebodyAtWork } from "../../support/somebody-at-work";
import { Talker } from "../../support/talker";

ownDatabase();
somebodyAtWork();

beforeAll(async () => {
  await publishedArticle("Refund times", "Refunds arrive within 3–5 working days.", ["How long does a refund take?"]);
  await publishedArticle("Changing the billing address", "Tell us the new billing address.", [
    "Invoice address is wrong",
  ]);
  await publishedArticle("Changing the delivery address", "Tell us the new delivery address.", [
    "Delivery address is wrong",
  ]);
});

const rowOf = async ({ conversationId }: Talker) =>
  (await db().select().from(conversations).where(eq(conversations.id, conversationId)))[0];

const UNKNOWN = "Can quokkas file a tax return on Saturn?";
const UNKNOWN_TOO = "Do your submarines dream of rockets?";
const KNOWN = "How long does a refund take?";
const OFFERED = { kind: "handoff", started: false };
const FETCHED = { kind: "handoff", started: true };

describe("failed answers in a row", () => {
  it("are no more in a row once an answer was good: the next one that fails only offers a person", async () => {
    const talker = await Talker.begin();
    expect((await talker.say(UNKNOWN)).decision).toMatchObject(OFFERED);
    expect((await talker.say(KNOWN)).decision.kind).toBe("answer");
    expect((await talker.say(UNKNOWN_TOO)).decision).toMatchObject(OFFERED);
    expect(await rowOf(talker)).toMatchObject({ status: "assistant", misses: 1 });
    expect((await talker.say(UNKNOWN)).decision).toMatchObject(FETCHED);
  });

  it("count an answer that was called unsolved, whatever was answered since", async () => {
    const talker = await Talker.begin();
    await talker.say(UNKNOWN);
    const { messageId } = await talker.say(KNOWN);
    const input = { conversationId: talker.conversationId, messageId, solved: false };
    expect((await judgeAnswer({ ctx: talker.customer, input })).status).toBe("queued");
  });
});

describe("an answer to an offered person", () => {
  it.each(["yes please", "ok", "好的"])("%j fetches one as a wish for a person does", async (yes) => {
    const talker = await Talker.begin();
    await talker.say(UNKNOWN);
    expect((await talker.say(yes)).decision).toEqual({ kind: "handoff", confidence: 1, started: true });
    expect(await rowOf(talker)).toMatchObject({ status: "queued", misses: 1 });
    const queued = await db().select().from(handoffs).where(eq(handoffs.conversationId, talker.conversationId));
    expect(queued).toMatchObject([{ reason: "requested" }]);
  });

  it("yes offers to take a message while nobody is online, and the next question is answered", async () => {
    await db().delete(presence);
    const talker = await Talker.begin();
    await talker.say(UNKNOWN);
    const reply = await talker.say("yes");
    expect(reply.decision).toMatchObject(OFFERED);
    expect(reply.text).toBe(en.said.nobody_online);
    expect((await talker.say(KNOWN)).decision.kind).toBe("answer");
  });

  it.each([
    ["no thanks", en],
    ["不用了", zh],
  ])("%j is let go without a miss, and the next question is answered", async (no, { said }) => {
    const talker = await Talker.begin();
    await talker.say(UNKNOWN);
    expect((await talker.say(no)).text).toBe(said.let_go);
    expect(await rowOf(talker)).toMatchObject({ status: "assistant", misses: 1 });
    expect((await talker.say(KNOWN)).decision.kind).toBe("answer");
  });

  it("a yes to nothing fetches nobody", async () => {
    const talker = await Talker.begin();
    await talker.say(KNOWN);
    await talker.say("ok");
    expect(await rowOf(talker)).toMatchObject({ status: "assistant" });
  });
});

describe("an answer to offered choices", () => {
  const choices = ["Invoice address is wrong", "Delivery address is wrong"];

  /** Somebody whose last reply was a question which of these they mean. */
  const asked = async () => {
    const talker = await Talker.begin();
    await talker.say(KNOWN);
    const decision = { kind: "ask" as const, confidence: 0.4, choices };
    await db().update(answers).set({ decision }).where(eq(answers.conversationId, talker.conversationId));
    return talker;
  };

  it.each([
    ["yes", 0],
    ["the second one", 1],
    ["第二个", 1],
  ])("%j is answered as choice %i sent by hand is", async (picked, at) => {
    const [talker, other] = [await asked(), await asked()];
    const reply = await talker.say(picked);
    const sent = await other.say(choices[at] ?? "");
    expect(reply.decision.kind).toBe("answer");
    expect(reply.titles).toEqual(sent.titles);
    expect(reply.text).toBe(sent.text);
  });

  it.each(["neither", "都不是"])(
    "%j is told that it was not understood, and a yes then fetches a person",
    async (no) => {
      const talker = await asked();
      const reply = await talker.say(no);
      expect(reply.decision).toMatchObject(OFFERED);
      expect([en.said.not_meant, zh.said.not_meant]).toContain(reply.text);
      expect((await talker.say("yes")).decision).toMatchObject(FETCHED);
    },
  );
});

describe("a customer who says that it did not help", () => {
  it.each([
    ["that didn't help", "it still does not work", en],
    ["no that's wrong", "still not working", en],
    ["没用", "还是不行", zh],
    ["不是这个意思", "不对，答非所问", zh],
    ["I tried all of that, it still doesn't work", "I followed your link twice. That didn't help", en],
    ["我都试过了，还是不行", "照步骤重新做了一遍，还是没用", zh],
  ])("is offered a person for %j, and gets one for %j", async (first, second, { said }) => {
    const talker = await Talker.begin();
    await talker.say(KNOWN);
    const offered = await talker.say(first);
    expect(offered.decision).toMatchObject(OFFERED);
    expect(offered.text).toBe(said.not_solved);
    expect(await rowOf(talker)).toMatchObject({ status: "assistant", misses: 1 });
    expect((await talker.say(second)).decision).toMatchObject(FETCHED);
    const queued = await db().select().from(handoffs).where(eq(handoffs.conversationId, talker.conversationId));
    expect(queued).toMatchObject([{ reason: "not_helpful" }]);
  });

  it("gets one after the next answer, too, when that helps no better", async () => {
    const talker = await Talker.begin();
    await talker.say(KNOWN);
    await talker.say("that didn't help");
    expect((await talker.say("Invoice address is wrong")).decision.kind).toBe("answer");
    expect((await talker.say("still not working")).decision).toMatchObject(FETCHED);
  });

  it("starts anew once an answer was good", async () => {
    const talker = await Talker.begin();
    for (const text of [KNOWN, "that didn't help", "Invoice address is wrong", KNOWN]) await talker.say(text);
    expect((await talker.say("that didn't help")).decision).toMatchObject(OFFERED);
  });

  it("is answered what they ask besides, with a person offered, and it counts", async () => {
    const talker = await Talker.begin();
    await talker.say(KNOWN);
    const reply = await talker.say("that didn't help, my delivery address is wrong");
    expect(reply.decision).toMatchObject({ kind: "answer", offered: true });
    expect(reply.titles).toEqual(["Changing the delivery address"]);
    expect(await rowOf(talker)).toMatchObject({ misses: 1 });
    expect((await talker.say("that's wrong")).decision).toMatchObject(FETCHED);
  });

  it.each([
    "still not working",
    "my earphones still don't work after the update",
    "I tried all of that, it still doesn't work",
    "我都试过了，还是不行",
  ])("says it of no answer when nothing was answered yet (%j)", async (text) => {
    const talker = await Talker.begin();
    expect([en.said.not_solved, zh.said.not_solved]).not.toContain((await talker.say(text)).text);
  });
});

describe("while nobody is online", () => {
  const settled = (value: object) => db().insert(settings).values({ subject: "assistant", value });
  const LAWYERS = { zh: "我们的律师马上联系您。", en: "Our lawyer will be with you at once." };

  beforeEach(() => db().delete(presence));
  afterEach(async () => {
    await db().delete(settings);
    await db().delete(assistantRules);
  });

  /** Says the last of these; the customer has to be told the truth then, and be answered after it. */
  async function toldAndAnswered(talker: Talker, ...texts: string[]) {
    for (const text of texts.slice(0, -1)) await talker.say(text);
    const reply = await talker.say(texts.at(-1) ?? "");
    expect(reply.decision).toMatchObject(OFFERED);
    expect(reply.text.replace(`${en.said.sorry_for_trouble}\n\n`, "")).toBe(en.said.nobody_online);
    expect(await rowOf(talker)).toMatchObject({ status: "assistant" });
    expect(await db().$count(handoffs, eq(handoffs.conversationId, talker.conversationId))).toBe(0);
    const [trace, next] = [await talker.trace(), await talker.say("Delivery address is wrong")];
    expect(next.titles).toEqual(["Changing the delivery address"]);
    return { trace, text: reply.text };
  }

  it("whom two answers failed in a row is asked to leave a message, and goes on", async () => {
    await toldAndAnswered(await Talker.begin(), UNKNOWN, UNKNOWN_TOO);
  });

  it("so is who called two answers unsolved", async () => {
    const talker = await Talker.begin();
    for (const text of [KNOWN, "Invoice address is wrong"]) {
      const { messageId } = await talker.say(text);
      const input = { conversationId: talker.conversationId, messageId, solved: false };
      expect((await judgeAnswer({ ctx: talker.customer, input })).status).toBe("assistant");
    }
    const input = { conversationId: talker.conversationId, after: 0 };
    const { messages } = await listPublicMessages({ ctx: talker.customer, input });
    expect(messages.at(-1)).toMatchObject({ text: en.said.nobody_online, sender: { type: "assistant" } });
    expect((await talker.say("Delivery address is wrong")).decision.kind).toBe("answer");
  });

  it("so is whom no answer helped", async () => {
    await toldAndAnswered(await Talker.begin(), KNOWN, "that didn't help", "still not working");
  });

  it("so is who says the same three times", async () => {
    await toldAndAnswered(await Talker.begin(), KNOWN, KNOWN, KNOWN);
  });

  it("so is who is angry, with an apology, and staff can read that they were", async () => {
    const angry = "This is outrageous! You are scammers, I will sue you!";
    const { trace, text } = await toldAndAnswered(await Talker.begin(), angry);
    expect(text).toBe(`${en.said.sorry_for_trouble}\n\n${en.said.nobody_online}`);
    expect(trace?.feeling?.anger).toBeGreaterThanOrEqual(0.5);
  });

  it("so is who a rule hands over, without its promise, and staff can read which", async () => {
    const rule = { name: "Law", kind: "hand_over" as const, phrases: ["lawyer"], words: LAWYERS, articleId: null };
    const { id } = await saveRule({
      ctx: await staffMember("admin"),
      input: { ...rule, hours: "always", enabled: true },
    });
    const { trace } = await toldAndAnswered(await Talker.begin(), "My lawyer will call you");
    expect(trace?.rule?.id).toBe(id);
  });

  it("so is an important customer, once", async () => {
    await settled({ whenVip: "hand_over" });
    const talker = await Talker.begin();
    await db().update(customers).set({ tier: "platinum" }).where(eq(customers.id, talker.customer.actor.customerId));
    await toldAndAnswered(talker, KNOWN);
  });
});
