import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { assistantRules, calendars, conversations, settings } from "@/db/schema";
import { RULE_HOURS } from "@/lib/contracts/assistant-rules";
import en from "@/messages/en/assistant.json";
import { judgeAnswer } from "@/server/assistant/judge-answer";
import { rehearsalGround } from "@/server/assistant/rehearsal-ground";
import { listRules } from "@/server/assistant/rules/list-rules";
import { saveRule } from "@/server/assistant/rules/save-rule";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { forgetSettings } from "@/server/settings/get-settings";
import { staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ALWAYS, keepHours, NEVER } from "../../support/calendars";
import { ownDatabase } from "../../support/database";
import { callProcedure } from "../../support/routes/call-procedure";
import { somebodyAtWork } from "../../support/somebody-at-work";
import { Talker } from "../../support/talker";

ownDatabase();
somebodyAtWork();

const KNOWN = "How long does a refund take?";

beforeAll(async () => {
  await publishedArticle("Refund times", "Refunds arrive within 3–5 working days.", [KNOWN]);
  await publishedArticle("Changing an order", "Change it until it is packed.", ["Can I change my order?"]);
});
beforeEach(async () => {
  await db().delete(calendars);
  await db().delete(assistantRules);
});

describe("a rule's hours", () => {
  const words = { zh: "退款明天处理。", en: "Refunds are seen to tomorrow." };
  const late = { name: "Late", kind: "refuse" as const, phrases: ["refund"], words, articleId: null, enabled: true };
  const told = async () => (await (await Talker.begin()).say(KNOWN)).text;

  it("are kept, and are always unless it says otherwise", async () => {
    const ctx = await staffMember("admin");
    const { id } = await saveRule({ ctx, input: { ...late, hours: "closed" } });
    expect(await listRules({ ctx })).toMatchObject([{ id, hours: "closed" }]);
    expect(await callProcedure("assistant.saveRule", ctx, { ...late, id })).toMatchObject({ code: "ok" });
    expect(await listRules({ ctx })).toMatchObject([{ id, hours: "always" }]);
  });

  it("are refused where there are none such, by the procedure and by the table", async () => {
    const ctx = await staffMember("admin");
    const refused = await callProcedure("assistant.saveRule", ctx, { ...late, hours: "weekends" });
    expect(refused).toEqual({ code: "invalid_input", status: "BAD_REQUEST" });
    expect(await listRules({ ctx })).toEqual([]);
    const { id } = await saveRule({ ctx, input: { ...late, hours: "open" } });
    const forced = db()
      .update(assistantRules)
      .set({ hours: "weekends" as "open" })
      .where(eq(assistantRules.id, id));
    await expect(forced).rejects.toMatchObject({ cause: { constraint: "assistant_rules_hours_check" } });
  });

  it.each([
    ["always open", ALWAYS, ["always", "open"]],
    ["never open", NEVER, ["always", "closed"]],
  ])("decide whether the next answer is under it, in a company that is %s", async (_, calendar, counting) => {
    await keepHours(calendar);
    const ctx = await staffMember("admin");
    for (const hours of RULE_HOURS) {
      const { id } = await saveRule({ ctx, input: { ...late, hours } });
      expect(await told()).toContain(counting.includes(hours) ? words.en : "3–5 working days");
      await db().delete(assistantRules).where(eq(assistantRules.id, id));
    }
  });

  it("count as open without a calendar, and in every rehearsal", async () => {
    const ctx = await staffMember("admin");
    await saveRule({ ctx, input: { ...late, hours: "closed" } });
    expect(await told()).toContain("3–5 working days");
    await saveRule({ ctx, input: { ...late, hours: "open" } });
    expect(await told()).toContain(words.en);
    await keepHours(NEVER);
    expect((await rehearsalGround(db())).rules).toMatchObject([{ hours: "open" }]);
  });
});

describe("outside opening hours", () => {
  const ANGRY = "This is outrageous! You are scammers, I will sue you!";
  const settled = (value: object) => db().insert(settings).values({ subject: "assistant", value });
  const statusOf = async ({ conversationId }: Talker) =>
    (await db().select().from(conversations).where(eq(conversations.id, conversationId)))[0]?.status;

  beforeEach(async () => {
    await db().delete(settings);
    forgetSettings("assistant");
    await keepHours(NEVER);
  });

  it.each(["I want to talk to a person", ANGRY])(
    "whoever is online is fetched unless it is set otherwise: %j",
    async (text) => {
      const talker = await Talker.begin();
      expect((await talker.say(text)).decision).toMatchObject({ kind: "handoff", started: true });
      expect(await statusOf(talker)).toBe("queued");
    },
  );

  it.each(["I want to talk to a person", ANGRY])(
    "only a message is taken where it is set so, whoever is online: %j",
    async (text) => {
      await settled({ whenClosed: "message" });
      const talker = await Talker.begin();
      const reply = await talker.say(text);
      expect(reply.decision).toMatchObject({ kind: "handoff", started: false });
      expect(reply.text).toContain("Leave a message");
      expect(await statusOf(talker)).toBe("assistant");
      expect((await talker.say(KNOWN)).decision.kind).toBe("answer");
    },
  );

  it("who asks, and who calls two answers unsolved, are told when people are next there", async () => {
    await settled({ whenClosed: "message" });
    const inThreeDays = new Date(Date.now() + 3 * 86_400_000);
    const day = inThreeDays.toISOString().slice(0, 10);
    await keepHours({ ...NEVER, timeZone: "UTC", extraDays: { [day]: [{ from: 540, to: 1080 }] } });
    const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(inThreeDays);
    const words = en.said.closed.replace("{time}", `${weekday} 09:00`);
    const talker = await Talker.begin();
    expect((await talker.say("I want to talk to a person")).text).toBe(words);
    expect((await talker.say(`${KNOWN} And let me talk to a person`)).text).toContain(words);
    for (const text of [KNOWN, "Can I change my order?"]) {
      const { messageId } = await talker.say(text);
      const input = { conversationId: talker.conversationId, messageId, solved: false };
      await judgeAnswer({ ctx: talker.customer, input });
    }
    const input = { conversationId: talker.conversationId, after: 0 };
    const { messages } = await listPublicMessages({ ctx: talker.customer, input });
    expect(messages.at(-1)).toMatchObject({ text: words, sender: { type: "assistant" } });
  });

  it("it makes no difference while open", async () => {
    await settled({ whenClosed: "message" });
    await keepHours(ALWAYS);
    const talker = await Talker.begin();
    expect((await talker.say(ANGRY)).decision).toMatchObject({ started: true });
  });

  it.each([
    ["people", "queued"],
    ["message", "assistant"],
  ] as const)("with %j, who calls two answers unsolved is %s", async (whenClosed, status) => {
    await settled({ whenClosed });
    const talker = await Talker.begin();
    for (const [at, text] of [KNOWN, "Can I change my order?"].entries()) {
      const { messageId } = await talker.say(text);
      const input = { conversationId: talker.conversationId, messageId, solved: false };
      const judged = await judgeAnswer({ ctx: talker.customer, input });
      expect(judged.status).toBe(at === 0 ? "assistant" : status);
    }
  });

  it("who presses the button is queued all the same", async () => {
    await settled({ whenClosed: "message" });
    const talker = await Talker.begin();
    await talker.say(KNOWN);
    const { conversationId } = talker;
    const queued = await requestHandoff({ ctx: talker.customer, input: { conversationId } });
    expect(queued.status).toBe("queued");
  });
});
