import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { messages } from "@/db/schema";
import { answerEventReply } from "@/lib/contracts/rest";
import { env } from "@/lib/env";
import { CUSTOMER_COOKIE } from "@/server/rest/customer-token";
import { setPresence } from "@/server/routing/set-presence";
import { installInboxes, staffMember } from "../../support/actors";
import { eventsOf, publishedArticle, spokenText } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { callRoute } from "../../support/routes/call-route";
import { staffKey } from "../../support/routes/cast";
import { api } from "../../support/routes/documented-call";
import {
  type ApiMessage,
  answerOf,
  conversationOf,
  messagesOf,
  openScript,
  type Script,
  send,
} from "../../support/routes/script";

ownDatabase();

/** The application's own address: the edge calls its Node verbs there. */
const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += String(part);
  const signature = String(request.headers["x-zhida-internal"]);
  const reply = await callRoute(`POST ${request.url}`, { body, headers: { "x-zhida-internal": signature } });
  response.writeHead(reply.status, { "content-type": "application/json" }).end(await reply.text());
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  Object.assign(env(), { RATE_LIMITS: "off", APP_URL: `http://127.0.0.1:${port}` });
  await installInboxes();
  await publishedArticle(
    "Refund times",
    "Refunds arrive within **3–5 working days** after we receive your return.\n\n## Credit cards\n\nCredit cards take 5–10 working days.",
    ["How long does a refund take?"],
  );
  await publishedArticle("Pair the earbuds", "Open the case and hold the button for three seconds.", [
    "How do I pair my earbuds?",
  ]);
  await publishedArticle(
    "Return a parcel",
    "Send it back within 7 days, see [Refund times](article:refund-times#credit-cards).",
    ["How do I return a parcel?"],
  );
});
afterAll(() => new Promise((closed) => server.close(closed)));

const GRAMMAR = /^decision( citation)*( text| reset)* (done|error)$/;

/** The events of an answer, after its grammar and the form of each event were checked. */
async function heard(script: Script, id: string) {
  const response = await answerOf(script, id);
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(response.headers.get("cache-control")).toContain("no-store");
  const events = await eventsOf(response);
  expect(events.map(({ event }) => event).join(" ")).toMatch(GRAMMAR);
  for (const { data } of events) answerEventReply.parse(data);
  return events;
}

/** The message that an answer ended in. */
function messageIdOf(events: Awaited<ReturnType<typeof heard>>): string {
  const last = events.at(-1);
  if (last?.event !== "done") throw new Error("no message");
  return last.data.messageId;
}

const conflictOf = async (script: Script, id: string) => {
  const response = await answerOf(script, id);
  return [response.status, ((await response.json()) as { code: string }).code];
};

describe("POST /conversations/{id}/answer", () => {
  it("streams one decision, its citations, the text and one done, and stores what was streamed", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "How long does a refund take?");
    const events = await heard(script, id);
    expect(events[0]).toMatchObject({ event: "decision", data: { kind: "answer" } });
    const citation = events[1]?.data as { url: string; chunkId: string };
    expect(citation).toMatchObject({ title: "Refund times" });
    expect(citation.url).toMatch(/^\/en\/articles\/refund-times/);
    const [, stored] = await messagesOf(script, id);
    expect(stored?.sender.type).toBe("assistant");
    expect(stored?.text).toBe(spokenText(events));
    expect(events.at(-1)).toEqual({ event: "done", data: { messageId: stored?.id, seq: stored?.seq } });
    const [status, passage] = await api("GET /passages/{chunkId}", { params: { chunkId: citation.chunkId } });
    expect([status, passage.title]).toEqual([200, "Refund times"]);
  });

  it("replays to later callers the same decision, citations, text and done; many at once hear one answer", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "How do I pair my earbuds?");
    const together = await Promise.all(Array.from({ length: 5 }, () => heard(script, id)));
    const replay = await heard(script, id);
    const essence = (events: typeof replay) => [events.filter(({ event }) => event !== "text"), spokenText(events)];
    for (const events of together) expect(essence(events)).toEqual(essence(replay));
    expect(await messagesOf(script, id)).toHaveLength(2);
  });

  it("answers every message up to the newest, and a question after an answer anew", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "hello", "How long does a refund take?");
    expect(spokenText(await heard(script, id))).toContain("3–5 working days");
    await send(script, id, "How do I pair my earbuds?");
    expect(spokenText(await heard(script, id))).toContain("three seconds");
    expect((await messagesOf(script, id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it("names whole addresses to a script, in the stream, its replay and the messages; what is stored keeps its links", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "How do I return a parcel?");
    const whole = `see [Refund times](${env().APP_URL}/en/articles/refund-times#credit-cards).`;
    expect(spokenText(await heard(script, id))).toContain(whole);
    expect(spokenText(await heard(script, id))).toContain(whole);
    expect((await messagesOf(script, id)).at(-1)?.text).toContain(whole);
    const stored = await db().select().from(messages).where(eq(messages.conversationId, id)).orderBy(messages.seq);
    expect(stored.at(-1)?.body).toContain("(article:refund-times#credit-cards)");
    const cookie = { cookie: `${CUSTOMER_COOKIE}=${script.token}`, "sec-fetch-site": "same-origin" };
    const ownPage = { ...script, headers: cookie };
    expect(spokenText(await heard(ownPage, id))).toBe(stored.at(-1)?.body);
    const headers = { authorization: `Bearer ${await staffKey((await staffMember("agent")).actor.staffId)}` };
    const [, read] = await api("GET /staff/conversations/{id}/messages", { params: { id }, headers });
    expect((read.messages as ApiMessage[]).at(-1)?.text).toContain(whole);
  });

  it("is heard only by whom it is for, and not at all without a question", async () => {
    const [script, other] = [await openScript(), await openScript()];
    const id = await conversationOf(script);
    expect(await conflictOf(script, id)).toEqual([409, "nothing_to_answer"]);
    await send(script, id, "How long does a refund take?");
    expect((await answerOf(other, id)).status).toBe(404);
    expect((await answerOf({ ...script, headers: {} }, id)).status).toBe(401);
  });

  it("is silent in the queue, with a person and after the end", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "How long does a refund take?");
    await script.call("POST /conversations/{id}/handoff", { params: { id }, body: {} });
    expect(await conflictOf(script, id)).toEqual([409, "assistant_inactive"]);
    const agent = await staffMember("agent");
    const headers = { authorization: `Bearer ${await staffKey(agent.actor.staffId)}` };
    await api("POST /staff/conversations/{id}/claim", { params: { id }, headers });
    expect(await conflictOf(script, id)).toEqual([409, "assistant_inactive"]);
    await api("POST /staff/conversations/{id}/resolve", { params: { id }, headers });
    expect(await conflictOf(script, id)).toEqual([409, "assistant_inactive"]);
  });
});

async function somebodyOnline(): Promise<void> {
  const agent = { ...(await staffMember("agent")), now: new Date() };
  await setPresence({ ctx: agent, input: { state: "online" } });
}

describe("without a grounded answer", () => {
  it("a person is offered first, fetched the second time; the text is stored either way", async () => {
    await somebodyOnline();
    const script = await openScript();
    const id = await conversationOf(script, "Can quokkas file a tax return on Saturn?");
    const offered = await heard(script, id);
    expect(offered[0]).toMatchObject({ data: { kind: "handoff", started: false } });
    await send(script, id, "And may wombats vote on Jupiter?");
    const fetched = await heard(script, id);
    expect(fetched[0]).toMatchObject({ data: { kind: "handoff", started: true } });
    const list = await messagesOf(script, id);
    expect(list.map(({ kind }) => kind)).toEqual(["incoming", "outgoing", "incoming", "outgoing", "activity"]);
    expect(list[3]?.text).toBe(spokenText(fetched));
    expect(fetched.at(-1)).toMatchObject({ event: "done", data: { messageId: list[3]?.id, seq: 4 } });
    expect(await heard(script, id)).toEqual(fetched);
  });
});

describe("feedback", () => {
  it("not solved twice fetches a person; only answers of one's own conversation can be judged", async () => {
    await somebodyOnline();
    const [script, other] = [await openScript(), await openScript()];
    const id = await conversationOf(script);
    const judge = (who: Script, messageId: string, body: unknown = { solved: false }) =>
      who.call("POST /conversations/{id}/messages/{messageId}/feedback", { params: { id, messageId }, body });
    const answered = async (text: string) => {
      await send(script, id, text);
      return messageIdOf(await heard(script, id));
    };
    const first = await answered("How long does a refund take?");
    expect((await judge(other, first))[0]).toBe(404);
    expect((await judge(script, (await messagesOf(script, id))[0]?.id ?? ""))[0]).toBe(404);
    expect((await judge(script, first, { solved: "no" }))[0]).toBe(422);
    expect(await judge(script, first)).toEqual([200, { solved: false, status: "assistant" }]);
    expect(await judge(script, first)).toEqual([200, { solved: false, status: "assistant" }]);
    const second = await answered("How do I pair my earbuds?");
    expect(await judge(script, second)).toEqual([200, { solved: false, status: "queued" }]);
  });
});

describe("POST /conversations/{id}/answer/stop", () => {
  it("is done before any answer, and reports an answer that has ended", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "How long does a refund take?");
    const stop = () => script.call("POST /conversations/{id}/answer/stop", { params: { id } });
    expect(await stop()).toEqual([200, { state: "none", messageId: null }]);
    const done = (await heard(script, id)).at(-1)?.data;
    expect(await stop()).toMatchObject([
      200,
      { state: "stored", messageId: (done as { messageId: string }).messageId },
    ]);
  });
});
