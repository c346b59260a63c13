import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { edgeDb } from "@/db/edge";
import { answerPassages, answers, conversations, messages } from "@/db/schema";
import { newId } from "@/lib/ids";
import { handleAnswer } from "@/server/assistant/answer-handler";
import { AnswerLog } from "@/server/assistant/answer-log";
import { claimAnswer } from "@/server/assistant/claim-answer";
import { finishAbandonedAnswers } from "@/server/assistant/finish-abandoned-answers";
import { stopAnswer } from "@/server/assistant/stop-answer";
import { checkpointAnswer, storeAnswer } from "@/server/assistant/store-answer";
import { writeAnswer } from "@/server/assistant/write-answer";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { createSession } from "@/server/customers/create-session";
import { contextOf, installInboxes, staffMember } from "../../support/actors";
import { ask, askedConversation, eventsOf, expireLeases, publishedArticle, spokenText } from "../../support/answers";
import { ownDatabase } from "../../support/database";

ownDatabase();

const BODY =
  "Refunds arrive within **3–5 working days** after we receive your return.\n\n## Credit cards\n\nCredit cards take 5–10 working days.";
let articleId = "";

beforeAll(async () => {
  await installInboxes();
  articleId = await publishedArticle("Refund times", BODY, [
    "How long does a refund take?",
    "When do I get my money back?",
  ]);
  await publishedArticle("Pair the earbuds", "Open the case and hold the button for three seconds.", [
    "How do I pair my earbuds?",
  ]);
});

async function visitor() {
  const { token, customerId } = await createSession({
    ctx: contextOf({ kind: "anonymous" }, new Date()),
    input: { locale: "en" },
  });
  return { token, ctx: contextOf({ kind: "customer", customerId } as const, new Date()) };
}

const request = (token: string) =>
  new Request("http://localhost:3000/api/v1/conversations/x/answer", {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
  });

const answer = (token: string, id: string) => handleAnswer(edgeDb(), request(token), id);

describe("an answer", () => {
  it("streams a decision, its source, the text and one done, and is what is stored", async () => {
    const { token, ctx } = await visitor();
    const id = await askedConversation(ctx, "How long does a refund take?");
    const events = await eventsOf(await answer(token, id));
    expect(events[0]).toMatchObject({ event: "decision", data: { kind: "answer" } });
    expect(events[1]).toMatchObject({ event: "citation", data: { articleId, title: "Refund times" } });
    expect(events.filter((event) => event.event === "done")).toHaveLength(1);
    expect(events.at(-1)?.event).toBe("done");
    const { messages: list } = await listPublicMessages({ ctx, input: { conversationId: id, after: 0 } });
    expect(list.map((message) => message.seq)).toEqual([1, 2]);
    expect(list[1]?.text).toBe(spokenText(events));
    expect(list[1]?.text).toContain("3–5 working days");
    expect(list[1]?.citations[0]).toMatchObject({ articleId, title: "Refund times" });
    const used = await db().select().from(answerPassages);
    expect(used.length).toBeGreaterThan(0);
  });

  it("is replayed to a later caller with the same decision, citations, text and done", async () => {
    const { token, ctx } = await visitor();
    const id = await askedConversation(ctx, "When do I get my money back?");
    const first = await eventsOf(await answer(token, id));
    const second = await eventsOf(await answer(token, id));
    const head = (events: typeof first) => events.filter((event) => event.event !== "text");
    expect(head(second)).toEqual(head(first));
    expect(spokenText(second)).toBe(spokenText(first));
  });

  it("is written once for callers at the same time, who all see it whole", async () => {
    const { token, ctx } = await visitor();
    const id = await askedConversation(ctx, "How long does a refund take?");
    const all = await Promise.all(Array.from({ length: 6 }, async () => eventsOf(await answer(token, id))));
    expect(new Set(all.map(spokenText)).size).toBe(1);
    const rows = await db().select().from(answers).where(eq(answers.conversationId, id));
    expect(rows).toHaveLength(1);
  });

  it("covers every message since the last reply", async () => {
    const { token, ctx } = await visitor();
    const id = await askedConversation(ctx, "Hello", "How long does a refund take?");
    const events = await eventsOf(await answer(token, id));
    expect(events[0]).toMatchObject({ data: { kind: "answer" } });
  });

  it("uses what was published a moment ago", async () => {
    const { token, ctx } = await visitor();
    await publishedArticle("Zeppelin rides", "A zeppelin ride costs 900 crowns.", ["What does a zeppelin ride cost?"]);
    const id = await askedConversation(ctx, "What does a zeppelin ride cost?");
    expect(spokenText(await eventsOf(await answer(token, id)))).toContain("900 crowns");
  });
});

describe("without a reliable source", () => {
  it("the assistant says so and offers a person, counting the miss", async () => {
    const { token, ctx } = await visitor();
    const id = await askedConversation(ctx, "Can quokkas file a tax return on Saturn?");
    const offered = await eventsOf(await answer(token, id));
    expect(offered[0]).toMatchObject({ event: "decision", data: { kind: "handoff", started: false } });
    expect(offered.filter((event) => event.event === "citation")).toHaveLength(0);
    const [row] = await db().select().from(conversations).where(eq(conversations.id, id));
    expect(row).toMatchObject({ status: "assistant", misses: 1 });
  });
});

describe("refusals", () => {
  it("a foreign conversation is unknown, a forged token is refused, an empty conversation has nothing to answer", async () => {
    const [own, other] = [await visitor(), await visitor()];
    const id = await askedConversation(own.ctx, "How long does a refund take?");
    expect((await answer(other.token, id)).status).toBe(404);
    expect((await answer("forged", id)).status).toBe(401);
    const empty = await askedConversation(own.ctx);
    const refusal = await answer(own.token, empty);
    expect(refusal.status).toBe(409);
    expect(await refusal.json()).toMatchObject({ code: "nothing_to_answer" });
  });

  it("the assistant is silent once a person is asked for", async () => {
    const { token, ctx } = await visitor();
    const id = await askedConversation(ctx, "How long does a refund take?");
    await requestHandoff({ ctx, input: { conversationId: id } });
    expect(await (await answer(token, id)).json()).toMatchObject({ status: 409, code: "assistant_inactive" });
  });
});

/** A claimed answer whose writer has written a little and then died. */
async function halfWritten() {
  const { token, ctx } = await visitor();
  const id = await askedConversation(ctx, "How long does a refund take?");
  const claim = await claimAnswer(edgeDb(), { conversationId: id, tokenHash: null, writer: "dead" });
  if (!claim?.claimedId) throw new Error("not claimed");
  const writing = { answerId: claim.claimedId, conversationId: id, writer: "dead", requestId: newId("request") };
  const decision = { kind: "answer" as const, confidence: 0.9 };
  await checkpointAnswer(edgeDb(), writing, { draft: "Refunds arrive", decision, citations: [] });
  return { token, ctx, id, claim, writing, decision };
}

describe("an answer whose writer died", () => {
  it("is finished by the next reader once its lease ran out", async () => {
    const { token, id } = await halfWritten();
    await expireLeases();
    const events = await eventsOf(await answer(token, id));
    expect(events.at(-1)?.event).toBe("done");
    expect(spokenText(events)).toContain("3–5 working days");
  });

  it("is finished by the sweep when nobody reads, and the dead writer cannot store any more", async () => {
    const { ctx, id, writing, decision } = await halfWritten();
    await expireLeases();
    expect(await finishAbandonedAnswers(contextOf({ kind: "system" }, new Date()))).toBeGreaterThan(0);
    const late = await storeAnswer(edgeDb(), writing, {
      text: "late",
      decision,
      citations: [],
      trace: {},
      missesBy: 0,
    });
    expect(late).toBeNull();
    const { messages: list } = await listPublicMessages({ ctx, input: { conversationId: id, after: 0 } });
    expect(list.map((message) => message.seq)).toEqual([1, 2]);
    expect(list[1]?.text).not.toBe("late");
  });
});

describe("Stop", () => {
  it("keeps what was written, marked as stopped, and the writer stores nothing after it", async () => {
    const { ctx, id, claim, writing } = await halfWritten();
    expect(await stopAnswer({ ctx, input: { conversationId: id } })).toMatchObject({ state: "interrupted" });
    const log = new AnswerLog();
    await writeAnswer(edgeDb(), claim, writing, log, () => undefined);
    const { messages: list } = await listPublicMessages({ ctx, input: { conversationId: id, after: 0 } });
    expect(list.map(({ seq, text, stopped }) => ({ seq, text, stopped }))).toEqual([
      { seq: 1, text: "How long does a refund take?", stopped: false },
      { seq: 2, text: "Refunds arrive", stopped: true },
    ]);
  });
});

describe("what stands of a stopped answer", () => {
  it("names the sources it cites and calls no question answered", async () => {
    const { ctx, id, writing } = await halfWritten();
    const source = {
      articleId: "art_1",
      title: "Refunds",
      url: "/en/articles/a",
      versionId: "ver_1",
      chunkId: "chu_1",
    };
    const questions = [
      { text: "a", outcome: "answered" as const, confidence: 1 },
      { text: "b", outcome: "answered" as const, confidence: 1 },
    ];
    await db()
      .update(answers)
      .set({
        draft: "Within 3 days. [1] And",
        citations: [source, { ...source, chunkId: "chu_2" }],
        decision: { kind: "answer", confidence: 1, questions },
      })
      .where(eq(answers.id, writing.answerId));
    await stopAnswer({ ctx, input: { conversationId: id } });
    const { messages: list } = await listPublicMessages({ ctx, input: { conversationId: id, after: 0 } });
    expect(list[1]).toMatchObject({ stopped: true, decision: "answer" });
    expect(list[1]?.questions ?? []).toEqual([]);
    const [stopped] = await db().select().from(answers).where(eq(answers.id, writing.answerId));
    expect(stopped?.citations.map(({ chunkId }) => chunkId)).toEqual(["chu_1"]);
  });
});

describe("the lock", () => {
  it("keeps the assistant from writing after a person took over in mid-answer", async () => {
    const { ctx, id, claim, writing } = await halfWritten();
    const agent = await staffMember("agent");
    await requestHandoff({ ctx, input: { conversationId: id } });
    await claimConversation({ ctx: agent, input: { conversationId: id } });
    await writeAnswer(edgeDb(), claim, writing, new AnswerLog(), () => undefined);
    const rows = await db().select().from(messages).where(eq(messages.conversationId, id));
    expect(rows.filter((row) => row.senderType === "assistant")).toHaveLength(0);
  });
});

describe("follow-up", () => {
  it("is answered as a new question of the same conversation", async () => {
    const { token, ctx } = await visitor();
    const id = await askedConversation(ctx, "How long does a refund take?");
    await eventsOf(await answer(token, id));
    await ask(ctx, id, "and for credit cards?");
    const events = await eventsOf(await answer(token, id));
    expect(events[0]).toMatchObject({ data: { kind: "answer" } });
    expect(spokenText(events)).toContain("5–10 working days");
  });
});
