import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { rateCounts, settings } from "@/db/schema";
import { env } from "@/lib/env";
import en from "@/messages/en/errors.json";
import zh from "@/messages/zh/errors.json";
import { countUses, forgetCounts } from "@/server/rest/rate-counts";
import { forgetSettings } from "@/server/settings/get-settings";
import { installInboxes, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { callRoute, listRoutes } from "../../support/routes/call-route";
import { staffKey } from "../../support/routes/cast";
import { api, callApi, problemOf } from "../../support/routes/documented-call";
import { answerOf, conversationOf, openScript, type Script, send } from "../../support/routes/script";

ownDatabase();

let loud: Script;
let quiet: Script;
let id: string;

beforeAll(() => installInboxes());
beforeEach(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  [loud, quiet] = [await openScript(), await openScript()];
  id = await conversationOf(loud);
  await db().delete(rateCounts);
});
afterEach(() => void Object.assign(env(), { RATE_LIMITS: "off" }));

async function limit(value: Record<string, number>): Promise<void> {
  await db().delete(settings).where(sql`subject = 'limits'`);
  await db().insert(settings).values({ subject: "limits", value });
  forgetSettings("limits");
  Object.assign(env(), { RATE_LIMITS: "on" });
}

const from = (address: string) => ({ "x-forwarded-for": address });
let last = 0;
/** An address nobody used before. */
const fresh = () => `203.0.113.${++last}`;
const open = (address: string, identityToken?: string) =>
  callApi("POST /sessions", { body: { identityToken }, headers: from(address) }).then(({ status }) => status);
const times = <Value>(count: number, make: (at: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: count }, (_, at) => make(at)));
const countOf = (statuses: number[], wanted: number) => statuses.filter((status) => status === wanted).length;

describe("a limit", () => {
  it("lets through exactly its number of many calls at once, and stores exactly those", async () => {
    await limit({ messagesPerMinute: 7 });
    const statuses = (await times(50, (at) => send(loud, id, `text ${at}`))).map(([status]) => status);
    expect([countOf(statuses, 201), countOf(statuses, 429)]).toEqual([7, 43]);
    expect(await db().$count(rateCounts)).toBe(2);
    Object.assign(env(), { RATE_LIMITS: "off" });
    const [, reply] = await loud.call("GET /conversations/{id}/messages", { params: { id } });
    expect(reply.messages).toHaveLength(7);
  });

  it("is counted in the database, for every process alike: another process's uses count", async () => {
    await limit({ messagesPerMinute: 3 });
    await send(loud, id, "one");
    await db().execute(sql`update rate_counts set used = used + 2`);
    expect((await send(loud, id, "two"))[0]).toBe(429);
  });

  it("is over for one token alone, until its window ends", async () => {
    await limit({ messagesPerMinute: 1 });
    const theirs = await conversationOf(quiet);
    expect((await send(loud, id, "1"))[0]).toBe(201);
    expect((await send(loud, id, "2"))[0]).toBe(429);
    expect((await send(quiet, theirs, "hello"))[0]).toBe(201);
    const use = { caller: "window", points: 1, seconds: 60 };
    expect(await countUses(db(), [use])).toBe(0);
    await db().execute(sql`update rate_counts set ends_at = now() - interval '1 second'`);
    expect(await countUses(db(), [use])).toBe(0);
    expect(await countUses(db(), [use])).toBe(60);
  });

  it("holds for an address, however many tokens it has", async () => {
    await limit({ ticketsPerHour: 2, addressFactor: 2 });
    const address = fresh();
    const submit = (who: Script) =>
      callApi("POST /tickets", {
        body: { subject: "s", description: "d" },
        headers: { ...who.headers, ...from(address) },
      }).then(({ status }) => status);
    const statuses: number[] = [];
    for (const who of [loud, loud, quiet, quiet, await openScript()]) statuses.push(await submit(who));
    expect(statuses).toEqual([201, 201, 201, 201, 429]);
  });

  it("takes an IPv6 network for one address", async () => {
    await limit({ sessionsPerMinute: 1 });
    expect(await open("2001:db8:0:7::1")).toBe(201);
    expect(await open("2001:db8:0:7:ffff::2")).toBe(429);
    expect(await open("2001:db8:0:8::1")).toBe(201);
  });

  it("never blocks itself when callers share an address in both orders", async () => {
    const shared = ["a", "b"].map((caller) => ({ caller, points: 1000, seconds: 60 }));
    const waits = await times(40, (at) => countUses(db(), at % 2 ? shared : shared.toReversed()));
    expect(new Set(waits)).toEqual(new Set([0]));
  });

  it("keeps its counts in an unlogged table, emptied by a sweep", async () => {
    const { rows } = await db().execute(sql`select relpersistence as kind from pg_class where relname = 'rate_counts'`);
    expect(rows).toEqual([{ kind: "u" }]);
    await countUses(db(), [{ caller: "old", points: 1, seconds: 60 }]);
    await db().execute(sql`update rate_counts set ends_at = now() - interval '1 second'`);
    await countUses(db(), [{ caller: "new", points: 1, seconds: 60 }]);
    await forgetCounts({ db: db() });
    expect(await db().select({ caller: rateCounts.caller }).from(rateCounts)).toEqual([{ caller: "new" }]);
  });
});

describe("a refusal for too much at once", () => {
  it.each([
    ["en", en],
    ["zh", zh],
  ])("names the seconds to wait, in the language %s", async (language, words) => {
    await limit({ messagesPerMinute: 1 });
    await send(loud, id, "one");
    const refused = await callApi("POST /conversations/{id}/messages", {
      params: { id },
      body: { clientMessageId: "m", text: "two" },
      headers: { ...loud.headers, "accept-language": language },
    });
    const problem = await problemOf(refused);
    const seconds = String(problem.details?.retryAfterSeconds);
    expect(problem).toMatchObject({ status: 429, code: "rate_limited" });
    expect(refused.headers.get("retry-after")).toBe(seconds);
    expect(problem.title).toBe(words.rate_limited_for.replace("{retryAfterSeconds}", seconds));
  });
});

describe("what is limited", () => {
  it("sessions of visitors by address, of a person also by their identity token", async () => {
    await limit({ sessionsPerMinute: 2 });
    const [here, there] = [fresh(), fresh()];
    expect([await open(here), await open(here), await open(here), await open(there)]).toEqual([201, 201, 429, 201]);
    const replayed = await times(5, () => open(fresh(), "a.stolen.token"));
    expect([countOf(replayed, 401), countOf(replayed, 429)]).toEqual([2, 3]);
  });

  it("handoff, stop, feedback, rating, resolve and read together, by customer", async () => {
    await limit({ actionsPerMinute: 6 });
    const message = { id, messageId: `msg_${"0".repeat(26)}` };
    const act = (operation: string, body?: unknown, params = { id } as Record<string, string>) =>
      loud.call(operation, { params, body }).then(([status]) => status);
    const all = () => [
      act("POST /conversations/{id}/read", { seq: 0 }),
      act("POST /conversations/{id}/answer/stop"),
      act("POST /conversations/{id}/messages/{messageId}/feedback", { solved: true }, message),
      act("POST /conversations/{id}/rating", { score: 1 }),
      act("POST /conversations/{id}/handoff", {}),
      act("DELETE /conversations/{id}/handoff"),
    ];
    expect(countOf(await Promise.all(all()), 429)).toBe(0);
    expect(countOf(await Promise.all(all()), 429)).toBe(6);
    expect(await act("POST /conversations/{id}/resolve", {})).toBe(429);
  });

  it("files by customer, before they are read", async () => {
    await limit({ filesPerMinute: 1 });
    const upload = () => {
      const body = new FormData();
      body.set("file", new File(["hello"], "a.txt", { type: "text/plain" }));
      return loud.call("POST /conversations/{id}/attachments", { params: { id }, body }).then(([status]) => status);
    };
    expect([await upload(), await upload()]).toEqual([201, 429]);
  });

  it("new conversations, tickets and messages left, each by itself", async () => {
    await limit({ messagesPerMinute: 1, ticketsPerHour: 1 });
    const begin = () => loud.call("POST /conversations", { body: {} }).then(([status]) => status);
    expect([await begin(), await begin()]).toEqual([201, 429]);
    expect((await send(loud, id, "hello"))[0]).toBe(201);
    const leave = () =>
      loud
        .call("POST /conversations/{id}/leave-message", { params: { id }, body: { text: "call" } })
        .then(([status]) => status);
    expect([await leave(), await leave()]).toEqual([201, 429]);
    expect((await loud.call("POST /tickets", { body: { subject: "s", description: "d" } }))[0]).toBe(429);
  });

  it("changes by a person's API key, which reading does not use up", async () => {
    await limit({ staffCallsPerMinute: 1 });
    const agent = await staffMember("agent");
    const headers = { authorization: `Bearer ${await staffKey(agent.actor.staffId)}` };
    const note = (clientMessageId: string) =>
      api("POST /staff/conversations/{id}/messages", {
        params: { id },
        body: { clientMessageId, text: "n", kind: "note" },
        headers,
      }).then(([status]) => status);
    expect([await note("1"), await note("2")]).toEqual([201, 429]);
    expect((await api("GET /staff/conversations", { headers }))[0]).toBe(200);
  });

  it("answers by token and address, in memory: asking again costs no row", async () => {
    await send(loud, id, "hello");
    await limit({ callsPerMinute: 3, addressFactor: 2 });
    await (await answerOf(loud, id)).text();
    const statuses: number[] = [];
    for (let at = 0; at < 4; at += 1) {
      const response = await answerOf(loud, id);
      statuses.push(response.status);
      await response.text();
    }
    expect(statuses.at(-1)).toBe(429);
    expect(await db().$count(rateCounts)).toBe(0);
  });

  it("reads, in memory: by token, and by address whatever tokens are tried", async () => {
    await limit({ callsPerMinute: 4, addressFactor: 2 });
    const read = (address: string, headers: Record<string, string>) =>
      callApi("GET /conversations", { headers: { ...headers, ...from(address) } }).then(({ status }) => status);
    const own = await times(6, () => read(fresh(), loud.headers));
    expect([countOf(own, 200), countOf(own, 429)]).toEqual([4, 2]);
    const address = fresh();
    const guessed = await times(12, (at) => read(address, { authorization: `Bearer guess-${at}` }));
    expect([countOf(guessed, 401), countOf(guessed, 429)]).toEqual([8, 4]);
    const search = await callApi("GET /articles", { query: "?q=x", headers: from(address) });
    expect(search.status).toBe(429);
    expect(await db().$count(rateCounts)).toBe(0);
  });

  it("every public route: none is left out", async () => {
    const routes = (await listRoutes()).filter((route) => / \/api\/v1\/(?!openapi)/.test(route));
    expect(routes.length).toBeGreaterThan(25);
    await limit({ callsPerMinute: 1, addressFactor: 1 });
    for (const route of routes) {
      const address = fresh();
      const params = { id, messageId: id, chunkId: id, token: "x" };
      const call = () => callRoute(route, { params, headers: from(address) }).then(({ status }) => status);
      await call();
      expect([route, await call()]).toEqual([route, 429]);
    }
  });

  it("nothing when limits are off", async () => {
    await limit({ messagesPerMinute: 1, callsPerMinute: 1 });
    Object.assign(env(), { RATE_LIMITS: "off" });
    const statuses = (await times(5, (at) => send(loud, id, `text ${at}`))).map(([status]) => status);
    expect(countOf(statuses, 201)).toBe(5);
    expect(await db().$count(rateCounts)).toBe(0);
  });
});
