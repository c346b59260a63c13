import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { answerFeedback, answers, conversations } from "@/db/schema";
import { SETTINGS } from "@/lib/contracts/settings";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { somebodyAtWork } from "../../support/somebody-at-work";
import { Talker } from "../../support/talker";

ownDatabase();
somebodyAtWork();

beforeAll(async () => {
  await publishedArticle("Refund times", "Refunds arrive within 3–5 working days.", ["How long does a refund take?"]);
});

const rowOf = async ({ conversationId }: Talker) =>
  (await db().select().from(conversations).where(eq(conversations.id, conversationId)))[0];

describe("small talk in a conversation", () => {
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
});
