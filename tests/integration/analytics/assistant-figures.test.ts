import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { answerFeedback, answers, conversations, handoffs, inboxes, messages, resolutions } from "@/db/schema";
import { dashboardSchema } from "@/lib/contracts/analytics";
import type { TracedQuestion } from "@/lib/contracts/answer-trace";
import type { Decision } from "@/lib/contracts/assistant";
import { getDashboard } from "@/server/analytics/get-dashboard";
import type { ServiceContext } from "@/server/context";
import { customerOf, installInboxes, NOW, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";

ownDatabase();

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
/** The company's midnight: the day of NOW began 10 hours before it. */
const MIDNIGHT = new Date("2026-11-17T16:00:00.000Z");
let manager: ServiceContext;
let inboxId = "";

beforeAll(async () => {
  await installInboxes();
  manager = await staffMember("manager");
  inboxId = (await db().select({ id: inboxes.id }).from(inboxes))[0]?.id ?? "";
});

const today = async (locale?: "zh" | "en") =>
  (await getDashboard({ ctx: manager, input: dashboardSchema.parse({ period: "today", locale }) })).current;

type Asked = { at?: Date; decision: Decision; outcomes?: TracedQuestion["outcome"][]; state?: "streaming" | "stored" };

/** A conversation in which the assistant dealt with this. */
async function conversation(asked: Asked[], locale = "en") {
  const customer = await customerOf();
  const at = asked[0]?.at ?? minutes(-60);
  const [row] = await db()
    .insert(conversations)
    .values({ inboxId, customerId: customer.actor.customerId, locale, createdAt: at, lastSeq: 1, status: "resolved" })
    .returning();
  const conversationId = row?.id ?? "";
  const ids: string[] = [];
  for (const [index, each] of asked.entries()) {
    const line = { conversationId, kind: "incoming" as const, senderType: "customer" as const, body: "?" };
    const said = { createdAt: each.at ?? at };
    const rows = await db()
      .insert(messages)
      .values([
        { ...line, ...said, seq: index * 2 + 1, publicSeq: index * 2 + 1 },
        { ...line, ...said, kind: "outgoing", senderType: "assistant", seq: index * 2 + 2, publicSeq: index * 2 + 2 },
      ])
      .returning({ id: messages.id });
    const questions = each.outcomes?.map((outcome) => ({ text: "?", confidence: 0.5, outcome }));
    const [answer] = await db()
      .insert(answers)
      .values({
        conversationId,
        questionMessageId: rows[0]?.id ?? "",
        messageId: rows[1]?.id,
        state: each.state ?? "stored",
        leaseUntil: NOW,
        writer: "test",
        decision: each.decision,
        trace: questions ? { questions } : {},
        ...said,
      })
      .returning({ id: answers.id });
    ids.push(answer?.id ?? "");
  }
  return { conversationId, answerIds: ids };
}

const ANSWER: Decision = { kind: "answer", confidence: 0.9 };

/** Its end; without a person unless said. */
async function ended(
  { conversationId }: { conversationId: string },
  values: Partial<typeof resolutions.$inferInsert> = {},
): Promise<void> {
  const row = { conversationId, kind: "assumed" as const, withPerson: false, at: minutes(-5), ...values };
  await db().insert(resolutions).values(row);
}

describe("the recognition rate", () => {
  it("counts each question of a message, recognised where it is answered, acted on or asked back with choices", async () => {
    await conversation([{ decision: ANSWER, outcomes: ["answer", "offer", "clarify"] }]);
    await conversation([{ decision: { kind: "ask", confidence: 0.5, choices: ["a"] }, outcomes: ["clarify"] }]);
    await conversation([
      {
        decision: { kind: "ask", confidence: 1, action: { key: "order_status", state: "collecting" } },
        outcomes: ["action"],
      },
    ]);
    await conversation([{ decision: { kind: "handoff", confidence: 0.2, started: true }, outcomes: ["handoff"] }]);
    expect((await today()).recognitionRate).toEqual({ numerator: 3, denominator: 6 });
  });

  it("counts neither wishes for a person nor greetings, nor what is still being written", async () => {
    const before = await today();
    await conversation([{ decision: { kind: "handoff", confidence: 1, started: false }, outcomes: ["offer"] }]);
    await conversation([{ decision: { kind: "ask", confidence: 1 }, outcomes: ["clarify"] }]);
    await conversation([{ decision: ANSWER, outcomes: ["answer"], state: "streaming" }]);
    expect((await today()).recognitionRate).toEqual(before.recognitionRate);
  });

  it("takes a message from before questions were told apart for one question", async () => {
    const { recognitionRate: before } = await today();
    await conversation([{ decision: ANSWER }]);
    await conversation([{ decision: { kind: "handoff", confidence: 0.1 } }]);
    expect((await today()).recognitionRate).toEqual({
      numerator: before.numerator + 1,
      denominator: before.denominator + 2,
    });
  });

  it("belongs to the company's day, and to the language that is chosen", async () => {
    const [before, chinese] = [await today(), await today("zh")];
    await conversation([{ decision: ANSWER, at: new Date(MIDNIGHT.getTime() - 1) }], "zh");
    await conversation([{ decision: ANSWER, at: MIDNIGHT }], "zh");
    expect((await today()).recognitionRate.denominator).toBe(before.recognitionRate.denominator + 1);
    expect((await today("zh")).recognitionRate.denominator).toBe(chinese.recognitionRate.denominator + 1);
    expect((await today("en")).recognitionRate.denominator).toBe(before.recognitionRate.denominator);
  });
});

describe("self-resolution", () => {
  it("is confirmed by the customer's word, or assumed without it, of all that ended with the assistant in it", async () => {
    await ended(await conversation([{ decision: ANSWER }]), { kind: "confirmed" });
    const judged = await conversation([{ decision: ANSWER }]);
    await db()
      .insert(answerFeedback)
      .values({ answerId: judged.answerIds[0] ?? "", solved: true });
    await ended(judged);
    await ended(await conversation([{ decision: ANSWER }]));
    await ended(await conversation([{ decision: ANSWER }]), { withPerson: true, kind: "confirmed" });
    const { selfResolution, selfConfirmed, selfAssumed } = await today();
    expect(selfConfirmed).toEqual({ numerator: 2, denominator: 4 });
    expect(selfAssumed).toEqual({ numerator: 1, denominator: 4 });
    expect(selfResolution).toEqual({ numerator: 3, denominator: 4 });
  });

  it("is not assumed of a customer who wished for a person after the last answer, or left a message", async () => {
    const before = await today();
    const gaveUp = await conversation([{ decision: ANSWER, at: minutes(-40) }]);
    const card = { why: "requested", asked: [], tried: [], known: [], missing: [] };
    await db()
      .insert(handoffs)
      .values({
        conversationId: gaveUp.conversationId,
        reason: "requested",
        card,
        requestedAt: minutes(-30),
        outcome: "withdrawn",
      });
    await ended(gaveUp);
    const left = await conversation([{ decision: ANSWER, at: minutes(-40) }]);
    await db()
      .insert(messages)
      .values({
        conversationId: left.conversationId,
        kind: "activity",
        senderType: "system",
        body: "",
        seq: 9,
        publicSeq: 9,
        activity: { name: "left_message", values: {} },
        createdAt: minutes(-30),
      });
    await ended(left);
    const helped = await conversation([
      { decision: ANSWER, at: minutes(-40) },
      { decision: ANSWER, at: minutes(-20) },
    ]);
    await db()
      .insert(handoffs)
      .values({
        conversationId: helped.conversationId,
        reason: "requested",
        card,
        requestedAt: minutes(-30),
        outcome: "withdrawn",
      });
    await ended(helped);
    expect((await today()).selfAssumed).toEqual({
      numerator: before.selfAssumed.numerator + 1,
      denominator: before.selfAssumed.denominator + 3,
    });
  });

  it("is neither assumed nor confirmed where a question was left open, for whatever reason", async () => {
    const before = await today();
    await ended(await conversation([{ decision: ANSWER }]), { reason: "customer_left" });
    const judged = await conversation([{ decision: ANSWER }]);
    await db()
      .insert(answerFeedback)
      .values({ answerId: judged.answerIds[0] ?? "", solved: true });
    await ended(judged, { reason: "Called them instead" });
    const { selfResolution } = await today();
    expect(selfResolution).toEqual({
      numerator: before.selfResolution.numerator,
      denominator: before.selfResolution.denominator + 2,
    });
  });

  it.each([
    ["the last answer was called unsolved", [null, false], 0],
    ["an answer was called unsolved and none judged after it", [false, null], 0],
    ["an answer was called unsolved and a later one solved", [false, true], 1],
    ["nothing was judged", [null, null], 1],
  ] as const)("counts rightly where %s", async (_, verdicts, counted) => {
    const before = await today();
    const { conversationId, answerIds } = await conversation([
      { decision: ANSWER, at: minutes(-40) },
      { decision: ANSWER, at: minutes(-20) },
    ]);
    for (const [at, solved] of verdicts.entries()) {
      const answerId = answerIds[at] ?? "";
      if (solved !== null) await db().insert(answerFeedback).values({ answerId, solved });
    }
    await ended({ conversationId });
    const { selfResolution } = await today();
    expect(selfResolution).toEqual({
      numerator: before.selfResolution.numerator + counted,
      denominator: before.selfResolution.denominator + 1,
    });
  });

  it("leaves out what came back, what the assistant had no part in, tickets, and other days", async () => {
    const before = await today();
    await ended(await conversation([{ decision: ANSWER }]), { kind: "confirmed", returnedAt: NOW });
    await ended(await conversation([]), { kind: "confirmed" });
    const yesterday = new Date(MIDNIGHT.getTime() - 1);
    await ended(await conversation([{ decision: ANSWER, at: yesterday }]), { kind: "confirmed", at: yesterday });
    const { selfResolution, selfConfirmed, selfAssumed } = await today();
    const { selfResolution: all, selfConfirmed: confirmed, selfAssumed: assumed } = before;
    expect([selfResolution, selfConfirmed, selfAssumed]).toEqual([all, confirmed, assumed]);
  });
});

it("the accuracy is none while nothing was measured", async () => {
  const input = dashboardSchema.parse({});
  expect((await getDashboard({ ctx: manager, input })).accuracy).toBeNull();
});
