import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { answers } from "@/db/schema";
import { saveRule } from "@/server/assistant/rules/save-rule";
import { selectQuestions } from "@/server/conversations/questions";
import { staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { somebodyAtWork } from "../../support/somebody-at-work";
import { Talker } from "../../support/talker";

ownDatabase();
somebodyAtWork();

let feesId = "";

beforeAll(async () => {
  await publishedArticle("Refund times", "Refunds arrive within 3–5 working days.", ["How long does a refund take?"]);
  await publishedArticle("Shipping to Canada", "We ship to Canada for 20 dollars.", ["Do you ship to Canada?"]);
  feesId = await publishedArticle("Fees", "All fees are listed in the terms.", ["What fees are there?"]);
});

describe("the company's rules in a conversation", () => {
  it("keeps to rules from the next message on: exact words with their article, and topics it must not answer", async () => {
    const admin = await staffMember("admin");
    const words = { zh: "费用以条款为准。", en: "Fees are as the terms of 1 May say, section 4." };
    const exact = {
      name: "Fees",
      kind: "exact" as const,
      phrases: ["fees"],
      words,
      articleId: feesId,
      hours: "always" as const,
      enabled: true,
    };
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
      hours: "always" as const,
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
});
