import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { actionRuns, answers } from "@/db/schema";
import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import { getAnswerTrace } from "@/server/assistant/get-answer-trace";
import { ActionTalk, codeMailedTo, orderFor } from "../../support/actions";
import { customerOf, identify, installInboxes, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";

ownDatabase();
beforeAll(installInboxes);

const answersOf = ({ conversationId }: ActionTalk) =>
  db().select().from(answers).where(eq(answers.conversationId, conversationId)).orderBy(answers.id);

/** What staff read behind every answer of a talk, oldest first. */
async function explained(talk: ActionTalk) {
  const ctx = await staffMember("agent");
  const messageIds = (await answersOf(talk)).map(({ messageId }) => messageId ?? "");
  return Promise.all(messageIds.map((messageId) => getAnswerTrace({ ctx, input: { messageId } })));
}

let serial = 3000;
async function shopper() {
  serial += 1;
  const [owner, visitor] = [await customerOf(), await customerOf()];
  const [number, email] = [`A${serial}`, `shopper${serial}@example.com`];
  await identify(owner, "email", email);
  await orderFor(owner.actor.customerId, number);
  return { talk: await ActionTalk.begin(visitor), number, email };
}

describe("the explanation of an answer", () => {
  it("names the action that it came from, and whether it asked for something or was done", async () => {
    const { talk, number, email } = await shopper();
    await talk.say(`track order ${number}`);
    await talk.say(email);
    await talk.say(String(await codeMailedTo(email)));
    const names = { zh: "查询订单", en: "Order status" };
    expect((await explained(talk)).map(({ action }) => action)).toEqual([
      { names, outcome: "asking" },
      { names, outcome: "asking" },
      { names, outcome: "done" },
    ]);
  });

  it("tells a no from a failure, and what may have worked from both", async () => {
    const declined = await shopper();
    await declined.talk.say(`I want to return ${declined.number}`);
    await declined.talk.say("never mind, forget it");
    expect((await explained(declined.talk)).at(-1)?.action?.outcome).toBe("declined");
    const failed = await shopper();
    await failed.talk.say(`track order ${failed.number}`);
    await failed.talk.say(failed.email);
    await failed.talk.say(String(await codeMailedTo(failed.email)));
    await failed.talk.say("track order A99999");
    await failed.talk.say("A99998");
    expect((await explained(failed.talk)).at(-1)?.action?.outcome).toBe("failed");
    await db()
      .update(actionRuns)
      .set({ failure: "unconfirmed" })
      .where(eq(actionRuns.conversationId, failed.talk.conversationId));
    expect((await explained(failed.talk)).at(-1)?.action?.outcome).toBe("unsure");
  });

  it("tells what the answer cost, and the conversation up to it, where a model was asked", async () => {
    const { talk, number, email } = await shopper();
    for (const text of [`track order ${number}`, email, "757468", "757469"]) await talk.say(text);
    const traces: AnswerTrace[] = [
      { model: "zhida/offline", tokens: { input: 0, output: 0 } },
      { model: "a/b", tokens: { input: 100, output: 10 }, cost: 0.5 },
      { model: "zhida/offline", tokens: { input: 0, output: 0 } },
      { model: "a/b", tokens: { input: 20, output: null }, cost: 0.25 },
    ];
    for (const [at, { id }] of (await answersOf(talk)).entries()) {
      const createdAt = new Date(talk.now.getTime() + at * 1000);
      await db().update(answers).set({ trace: traces[at], createdAt }).where(eq(answers.id, id));
    }
    const first = { input: 100, output: 10, cost: 0.5 };
    expect((await explained(talk)).map(({ spent }) => [spent.answer, spent.conversation])).toEqual([
      [null, null],
      [first, first],
      [null, first],
      [
        { input: 20, output: 0, cost: 0.25 },
        { input: 120, output: 10, cost: 0.75 },
      ],
    ]);
  });
});
