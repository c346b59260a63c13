import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { handoffs, presence } from "@/db/schema";
import { env } from "@/lib/env";
import en from "@/messages/en/assistant.json";
import zh from "@/messages/zh/assistant.json";
import { selectQuestions } from "@/server/conversations/questions";
import { setPresence } from "@/server/routing/set-presence";
import { installInboxes, staffMember } from "../../support/actors";
import { eventsOf, spokenText } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { staffKey } from "../../support/routes/cast";
import { api } from "../../support/routes/documented-call";
import { answerOf, conversationOf, messagesOf, openScript, type Script, send } from "../../support/routes/script";

ownDatabase();

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  await installInboxes();
});
beforeEach(() => db().delete(presence));

/** Somebody to talk to; gives the headers of their API key. */
async function somebodyOnline(): Promise<Record<string, string>> {
  const agent = { ...(await staffMember("agent")), now: new Date() };
  await setPresence({ ctx: agent, input: { state: "online" } });
  return { authorization: `Bearer ${await staffKey(agent.actor.staffId)}` };
}

const answered = async (script: Script, id: string) => {
  const response = await answerOf(script, id);
  expect(response.status).toBe(200);
  return eventsOf(response);
};
const statusOf = async (script: Script, id: string) =>
  (await script.call("GET /conversations/{id}/messages", { params: { id } }))[1].status;

const WORDS = [
  "人工",
  "转人工",
  "human",
  "agent",
  "Human!",
  "转人工。",
  " AGENT ",
  "complaint",
  "我要投诉",
  "我不要机器人",
];

describe("a message that only asks for a person", () => {
  it.each(WORDS)("%j queues while somebody is online, and its answer says so", async (word) => {
    await somebodyOnline();
    const script = await openScript();
    const id = await conversationOf(script, word);
    expect(await statusOf(script, id)).toBe("queued");
    const events = await answered(script, id);
    expect(events.map(({ event }) => event)).toEqual(["decision", "text", "done"]);
    expect(events[0]?.data).toEqual({ kind: "handoff", confidence: 1, started: true });
    const list = await messagesOf(script, id);
    expect(list.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, "incoming"],
      [2, "outgoing"],
      [3, "activity"],
    ]);
    expect(events.at(-1)?.data).toEqual({ messageId: list[1]?.id, seq: 2 });
    const language = /[a-z]/i.test(word) ? en : zh;
    expect([list[1]?.text, spokenText(events)]).toEqual([language.said.fetching, language.said.fetching]);
  });

  it("is replayed alike to whoever asks again, queues once, and sent twice is stored once", async () => {
    await somebodyOnline();
    const script = await openScript();
    const id = await conversationOf(script);
    const sent = await Promise.all(Array.from({ length: 5 }, () => send(script, id, "human", "m-1")));
    expect(sent.map(([status]) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    const [first, ...others] = await Promise.all(Array.from({ length: 4 }, () => answered(script, id)));
    for (const other of others) expect(other).toEqual(first);
    expect((await messagesOf(script, id)).length).toBe(3);
    const rows = await db().query.handoffs.findMany({ where: (row, { eq }) => eq(row.conversationId, id) });
    expect(rows).toMatchObject([{ reason: "requested" }]);
  });

  it("offers to take a message while nobody is online: not queued, nothing refused, and the assistant goes on", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "human");
    const events = await answered(script, id);
    expect(events[0]?.data).toEqual({ kind: "handoff", confidence: 1, started: false });
    expect(spokenText(events)).toBe(en.said.nobody_online);
    expect(await statusOf(script, id)).toBe("assistant");
    await send(script, id, "agent");
    expect((await answered(script, id))[0]?.data).toMatchObject({ kind: "handoff", started: false });
    expect(await db().$count(handoffs)).toBeGreaterThan(0);
    const rows = await db().query.handoffs.findMany({ where: (row, { eq }) => eq(row.conversationId, id) });
    expect(rows).toEqual([]);
    const left = await script.call("POST /conversations/{id}/leave-message", {
      params: { id },
      body: { text: "call me" },
    });
    expect(left[0]).toBe(201);
    const waits = await script.call("POST /conversations/{id}/handoff", { params: { id }, body: {} });
    expect(waits).toMatchObject([200, { status: "queued" }]);
  });

  it.each([
    [
      "How long does a refund take? And I want to speak to a human about my broken watch.",
      "How long does a refund take?",
      en,
    ],
    ["退款多久到账？另外帮我转人工", "退款多久到账？", zh],
  ])("with a question beside it leaves the question to the person, and says so: %s", async (said, asked, language) => {
    await somebodyOnline();
    const script = await openScript();
    const id = await conversationOf(script, said);
    expect(await statusOf(script, id)).toBe("queued");
    const events = await answered(script, id);
    expect(spokenText(events)).toBe(`${language.said.fetching}\n\n${language.said.passed_on}\n- ${asked}`);
    expect(await selectQuestions(db(), id)).toMatchObject([{ text: asked, state: "handed_over" }]);
  });

  it("is with a person once one has taken it: then the assistant is silent", async () => {
    const headers = await somebodyOnline();
    const script = await openScript();
    const id = await conversationOf(script, "human");
    await api("POST /staff/conversations/{id}/claim", { params: { id }, headers });
    expect((await answerOf(script, id)).status).toBe(409);
    await send(script, id, "human");
    expect(await statusOf(script, id)).toBe("assigned");
  });

  it("after a question that got no answer yet fetches a person too", async () => {
    await somebodyOnline();
    const script = await openScript();
    const id = await conversationOf(script, "Where is my parcel?", "人工");
    expect((await answered(script, id))[0]?.data).toMatchObject({ kind: "handoff", started: true });
  });
});
