import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { answers, goldenCases, messages } from "@/db/schema";
import type { TracedQuestion } from "@/lib/contracts/answer-trace";
import { correctAnswer } from "@/server/assistant/correct-answer";
import type { ServiceContext, StaffActor } from "@/server/context";
import { keepCase } from "@/server/quality/evaluation/keep-case";
import { customerOf, installInboxes, staffMember } from "../../support/actors";
import { ask, askedConversation } from "../../support/answers";
import { ownDatabase } from "../../support/database";

ownDatabase();

let manager: ServiceContext<StaffActor>;

beforeAll(async () => {
  await installInboxes();
  manager = await staffMember("manager");
});

/** What customers said in one conversation, the last of it answered, read as these questions. */
async function answered(said: [string, ...string[]], questions: Partial<TracedQuestion>[]): Promise<string> {
  const customer = await customerOf();
  const [first, ...rest] = said;
  const conversationId = await askedConversation(customer, first);
  for (const text of rest) await ask(customer, conversationId, text);
  const rows = await db().select().from(messages).where(eq(messages.conversationId, conversationId));
  const last = rows.toSorted((a, b) => a.seq - b.seq).at(-1);
  const row = { conversationId, questionMessageId: last?.id ?? "", messageId: last?.id ?? "", writer: "test" };
  const read = questions.map((each) => ({ text: "", confidence: 0.4, outcome: "offer" as const, ...each }));
  await db()
    .insert(answers)
    .values({ ...row, state: "stored", leaseUntil: new Date(), trace: { questions: read } });
  return row.messageId;
}

const kept = async (input: Parameters<typeof keepCase>[0]["input"], ctx: ServiceContext = manager) => {
  const { caseId } = await keepCase({ ctx, input });
  const [row] = await db().select().from(goldenCases).where(eq(goldenCases.id, caseId));
  return row;
};

it("a question is kept without the people in it", async () => {
  const text = "I am Jane Smith, jane@luyu.example, +44 7700 900123: where is order A1029?";
  const messageId = await answered([text], [{ text }]);
  const row = await kept({ messageId, position: 0, articleId: null });
  expect(row).toMatchObject({ locale: "en", expected: "handoff", origin: "conversation", earlier: [] });
  expect(row?.question).toMatch(/where is order/);
  expect(row?.question).not.toMatch(/jane@|Smith|7700|A1029/);
});

it("what was said before comes along only where the question leans on it, and without people, too", async () => {
  const carried = [{ kind: "topic" as const, text: "Plus" }];
  const leaning = await answered(
    ["How much is Plus? Write to tom@luyu.example", "And a year?"],
    [{ text: "And a year?", carried }],
  );
  const row = await kept({ messageId: leaning, position: 0, articleId: null });
  expect(row?.question).toBe("And a year?");
  expect(row?.earlier).toHaveLength(1);
  expect(row?.earlier[0]).toMatch(/How much is Plus/);
  expect(row?.earlier[0]).not.toMatch(/tom@/);
  const whole = await answered(["Hello there", "How much is the tablet?"], [{ text: "How much is the tablet?" }]);
  expect((await kept({ messageId: whole, position: 0, articleId: null }))?.earlier).toEqual([]);
});

it("one of several questions is kept by its place, and as a correction once staff corrected it", async () => {
  const messageId = await answered(["Two things"], [{ text: "Do you sell boats?" }, { text: "Do you sell cars?" }]);
  await correctAnswer({ ctx: manager, input: { messageId, position: 1, articleId: null } });
  expect(await kept({ messageId, position: 0, articleId: null })).toMatchObject({
    question: "Do you sell boats?",
    origin: "conversation",
  });
  expect(await kept({ messageId, position: 1, articleId: null })).toMatchObject({
    question: "Do you sell cars?",
    origin: "correction",
  });
  const again = kept({ messageId, position: 1, articleId: null });
  await expect(again).rejects.toMatchObject({ code: "case_exists" });
});

it("nothing is kept of a place that has no question, of a person alone, or by an agent", async () => {
  const messageId = await answered(["jane@luyu.example"], [{ text: "jane@luyu.example" }]);
  await expect(kept({ messageId, position: 1, articleId: null })).rejects.toMatchObject({ code: "answer_not_found" });
  await expect(kept({ messageId, position: 0, articleId: null })).rejects.toMatchObject({ code: "case_empty" });
  const agent = await staffMember("agent");
  const byAgent = kept({ messageId, position: 0, articleId: null }, agent);
  await expect(byAgent).rejects.toMatchObject({ code: "forbidden" });
});
