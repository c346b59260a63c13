import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { conversations, idempotencyKeys, messages, resolutions } from "@/db/schema";
import { env } from "@/lib/env";
import { installInboxes, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { staffKey } from "../../support/routes/cast";
import { api } from "../../support/routes/documented-call";
import { conversationOf, messagesOf, openScript, type Script, send } from "../../support/routes/script";

ownDatabase();

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  await installInboxes();
});

const countOf = async (script: Script) =>
  (await db().select().from(conversations).where(eq(conversations.customerId, script.customerId))).length;

describe("POST /conversations", () => {
  it("opens a new one with the assistant every time", async () => {
    const script = await openScript();
    const [status, first] = await script.call("POST /conversations", { body: {} });
    expect([status, first.status]).toEqual([201, "assistant"]);
    expect((await script.call("POST /conversations", { body: {} }))[1].id).not.toBe(first.id);
  });

  it("repeats the first reply for the same Idempotency-Key, also when many come at once", async () => {
    const script = await openScript();
    const open = () => script.call("POST /conversations", { body: {}, headers: { "idempotency-key": "k-1" } });
    const first = await open();
    expect(await open()).toEqual(first);
    const key = { "idempotency-key": "k-2" };
    const race = await Promise.all(
      Array.from({ length: 8 }, () => script.call("POST /conversations", { body: {}, headers: key })),
    );
    expect(race[0]?.[0]).toBe(201);
    for (const reply of race) expect(reply).toEqual(race[0]);
    expect(await countOf(script)).toBe(2);
  });

  it("refuses a key that stands for another request, and keys that are none", async () => {
    const script = await openScript();
    const open = (key: string, body: object) =>
      script.call("POST /conversations", { body, headers: { "idempotency-key": key } });
    await open("k", { locale: "en" });
    expect(await open("k", { locale: "zh" })).toMatchObject([422, { code: "idempotency_key_reused" }]);
    for (const key of ["", " ", "x".repeat(201), "é"]) {
      expect(await open(key, {})).toMatchObject([422, { code: "invalid_idempotency_key" }]);
    }
    expect(await countOf(script)).toBe(1);
  });

  it("keeps keys apart by customer, and lets a call whose first try died run again", async () => {
    const [script, other] = [await openScript(), await openScript()];
    const open = (who: Script) => who.call("POST /conversations", { body: {}, headers: { "idempotency-key": "k" } });
    const [[, mine], [, theirs]] = [await open(script), await open(other)];
    expect(mine.id).not.toBe(theirs.id);
    const own = and(eq(idempotencyKeys.key, "k"), eq(idempotencyKeys.actor, `customer:${script.customerId}`));
    await db().update(idempotencyKeys).set({ status: null, response: null }).where(own);
    expect(await open(script)).toMatchObject([409, { code: "request_in_progress" }]);
    await db()
      .update(idempotencyKeys)
      .set({ createdAt: new Date(Date.now() - 61_000) })
      .where(own);
    expect((await open(script))[0]).toBe(201);
  });
});

describe("GET /conversations", () => {
  it("lists one's own alone; open=1 leaves out what is settled", async () => {
    const [script, other] = [await openScript(), await openScript()];
    const [open, settled] = [await conversationOf(script, "a"), await conversationOf(script, "b")];
    await conversationOf(other, "c");
    await script.call("POST /conversations/{id}/resolve", { params: { id: settled }, body: {} });
    const ids = async (query = "") => {
      const [, reply] = await script.call("GET /conversations", { query });
      return (reply.conversations as { id: string }[]).map(({ id }) => id).sort();
    };
    expect(await ids()).toEqual([open, settled].sort());
    expect(await ids("?open=1")).toEqual([open]);
  });
});

describe("messages", () => {
  it("are stored before they are acknowledged: 201, then 200 with the very same, 409 for another text", async () => {
    const script = await openScript();
    const id = await conversationOf(script);
    const first = await send(script, id, "How long does a refund take?", "m-1");
    expect(first).toMatchObject([
      201,
      { seq: 1, kind: "incoming", sender: { type: "customer" }, clientMessageId: "m-1" },
    ]);
    expect(await send(script, id, "How long does a refund take?", "m-1")).toEqual([200, first[1]]);
    expect(await send(script, id, "Something else", "m-1")).toMatchObject([409, { code: "client_message_id_reused" }]);
    expect(await db().select().from(messages).where(eq(messages.conversationId, id))).toHaveLength(1);
  });

  it.each(["order 7/订单 #1", "😀", "x".repeat(100)])("may be called %s by their sender", async (name) => {
    const script = await openScript();
    const id = await conversationOf(script);
    expect(await send(script, id, "hi", name)).toMatchObject([201, { clientMessageId: name }]);
  });

  it.each(["", "x".repeat(101), "a\nb", "a\u0000b", "\ud800"])("may not be called %j", async (name) => {
    const script = await openScript();
    const refused = await send(script, await conversationOf(script), "hi", name);
    expect(refused).toMatchObject([422, { errors: [{ field: "clientMessageId" }] }]);
  });

  it("sent many times at once are stored once, and numbered 1..n without holes", async () => {
    const script = await openScript();
    const id = await conversationOf(script);
    const same = await Promise.all(Array.from({ length: 8 }, () => send(script, id, "same", "m")));
    expect(same.map(([status]) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    await Promise.all(Array.from({ length: 8 }, (_, index) => send(script, id, `text ${index}`)));
    expect((await messagesOf(script, id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect((await messagesOf(script, id, 7)).map(({ seq }) => seq)).toEqual([8, 9]);
  });

  it("never show internal notes, not even by an id that one has, and leave no hole where one stands", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "first");
    const agent = await staffMember("agent");
    const headers = { authorization: `Bearer ${await staffKey(agent.actor.staffId)}` };
    const note = { clientMessageId: "n", text: "a secret note", kind: "note" };
    const noteOf = (body: typeof note) =>
      api("POST /staff/conversations/{id}/messages", { params: { id }, body, headers });
    await noteOf(note);
    await send(script, id, "second");
    const list = await messagesOf(script, id);
    expect(list.map(({ seq, text }) => [seq, text])).toEqual([
      [1, "first"],
      [2, "second"],
    ]);
    expect(await send(script, id, "third", "n")).toMatchObject([201, { seq: 3, clientMessageId: "n" }]);
    expect(await send(script, id, "third", "n")).toMatchObject([200, { seq: 3 }]);
    await send(script, id, "fourth", "shared");
    const own = { ...note, clientMessageId: "shared" };
    const [noted, again] = [await noteOf(own), await noteOf(own)];
    expect([noted[0], again]).toEqual([201, [200, noted[1]]]);
    expect(await noteOf({ ...own, text: "another" })).toMatchObject([409, { code: "client_message_id_reused" }]);
  });

  it("are asked for by a sequence number and nothing else", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "hi");
    for (const after of ["-1", "1.5", "x", "1e9", "99999999999", "0x1", "%00", "1'--"]) {
      const call = script.call("GET /conversations/{id}/messages", { params: { id }, query: `?after=${after}` });
      expect(await call).toMatchObject([422, { code: "invalid_after" }]);
    }
  });
});

describe("a handoff", () => {
  it("queues once however often it is asked for, with what was said the first time, and can be withdrawn", async () => {
    const scripts = [await openScript(), await openScript()];
    const ids: string[] = [];
    for (const script of scripts) ids.push(await conversationOf(script, "Where is my parcel?"));
    const ask = (index: 0 | 1, body: object = { reason: " My flight leaves; call 13812345678 " }) =>
      (scripts[index] as Script).call("POST /conversations/{id}/handoff", { params: { id: ids[index] ?? "" }, body });
    const first = await ask(0);
    expect(first).toMatchObject([200, { status: "queued", queue: { position: 1 } }]);
    expect(await ask(0, { reason: "something else" })).toEqual(first);
    const rows = await db().query.handoffs.findMany({ where: (row, { eq }) => eq(row.conversationId, ids[0] ?? "") });
    expect(rows.map(({ card }) => card.said)).toEqual(["My flight leaves; call 138****5678"]);
    for (const reason of ["a\u0000b", "x".repeat(501)])
      expect(await ask(1, { reason })).toMatchObject([422, { errors: [{ field: "reason" }] }]);
    expect(await ask(1)).toMatchObject([200, { status: "queued", queue: { position: 2 } }]);
    const [script, id] = [scripts[0] as Script, ids[0] ?? ""];
    const list = await messagesOf(script, id);
    expect(list.filter(({ kind }) => kind === "activity")).toHaveLength(1);
    const leave = () => script.call("DELETE /conversations/{id}/handoff", { params: { id } });
    expect(await leave()).toEqual([200, { status: "assistant", queue: null }]);
    expect((await leave())[0]).toBe(200);
    expect(await ask(1)).toMatchObject([200, { queue: { position: 1 } }]);
  });

  it("cannot be withdrawn once a person has it", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "Where is my parcel?");
    await script.call("POST /conversations/{id}/handoff", { params: { id }, body: {} });
    const agent = await staffMember("agent");
    const headers = { authorization: `Bearer ${await staffKey(agent.actor.staffId)}` };
    await api("POST /staff/conversations/{id}/claim", { params: { id }, headers });
    const refused = await script.call("DELETE /conversations/{id}/handoff", { params: { id } });
    expect(refused).toMatchObject([409, { code: "illegal_move" }]);
    const left = await script.call("POST /conversations/{id}/leave-message", {
      params: { id },
      body: { text: "call me" },
    });
    expect(left).toMatchObject([409, { code: "with_person" }]);
  });
});

describe("the end of a conversation", () => {
  it("is rated once, only when it is settled; a changed mind is told so", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "thanks");
    const call = (action: string, body: object) =>
      script.call(`POST /conversations/{id}/${action}`, { params: { id }, body });
    expect(await call("rating", { score: 4 })).toMatchObject([409, { code: "not_resolved" }]);
    expect(await call("resolve", {})).toEqual([200, { id, status: "resolved" }]);
    expect(await call("resolve", {})).toEqual([200, { id, status: "resolved" }]);
    for (const score of [0, 5, 2.5, "4", null]) expect(await call("rating", { score })).toMatchObject([422, {}]);
    expect(await call("rating", { score: 3, comment: "好 👍" })).toMatchObject([201, { score: 3, comment: "好 👍" }]);
    expect(await call("rating", { score: 1 })).toMatchObject([409, { code: "already_rated" }]);
    expect(await call("rating", { score: 2, change: true })).toMatchObject([201, { score: 2 }]);
  });

  it("is undone by writing again, once for many messages", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "thanks");
    await script.call("POST /conversations/{id}/resolve", { params: { id }, body: {} });
    await send(script, id, "one more thing");
    await send(script, id, "and another");
    const [, { conversations: list }] = await script.call("GET /conversations", { query: "?open=1" });
    expect(list).toMatchObject([{ id, status: "assistant" }]);
    expect(await db().select().from(resolutions).where(eq(resolutions.conversationId, id))).toHaveLength(1);
  });

  it("a read mark never passes the last message", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "hi");
    const read = (seq: unknown) => script.call("POST /conversations/{id}/read", { params: { id }, body: { seq } });
    expect((await read(2 ** 52))[0]).toBe(200);
    const [mark] = await db().query.readMarks.findMany({ where: (row) => eq(row.conversationId, id) });
    expect(mark?.seq).toBe(1);
    for (const seq of [-1, 1.5, "1", 2 ** 60]) expect((await read(seq))[0]).toBe(422);
  });
});
