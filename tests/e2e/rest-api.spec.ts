import { expect, test } from "@playwright/test";
import {
  answerOf,
  apiKeyOf,
  call,
  expectRefusal,
  identityToken,
  type Reply,
  raw,
  session,
} from "./support/rest-script";

/** What a script outside the project does with a running installation: every call of the public API, over HTTP. */
const message = (text: unknown, clientMessageId = crypto.randomUUID()) => ({ clientMessageId, text });
const list = async (token: string, id: string, after = 0): Promise<Reply> =>
  (await call("GET", `/conversations/${id}/messages?after=${after}`, { token })).body;
const opened = async (token: string): Promise<string> =>
  String((await call("POST", "/conversations", { token, body: {} })).body.id);
const asked = async (token: string, ...texts: string[]): Promise<string> => {
  const id = await opened(token);
  for (const text of texts) await call("POST", `/conversations/${id}/messages`, { token, body: message(text) });
  return id;
};

test("a conversation: opened once per key, messages stored once, numbered without holes, read by nobody else", async () => {
  const [mine, theirs] = [await session(), await session()];
  const open = () =>
    call("POST", "/conversations", { token: mine.token, body: {}, headers: { "idempotency-key": "k-1" } });
  const replies = await Promise.all([open(), open(), open(), open()]);
  for (const reply of [...replies, await open()]) expect(reply).toEqual(replies[0]);
  expect(replies[0]).toMatchObject({ status: 201, body: { status: "assistant" } });
  expect((await call("POST", "/conversations", { token: mine.token, body: {} })).body.id).not.toBe(replies[0]?.body.id);
  const id = String(replies[0]?.body.id);
  const path = `/conversations/${id}/messages`;
  const send = (body: unknown, token = mine.token) => call("POST", path, { token, body });
  const first = await send(message("3*5 = #1. *x*\n\n<b>", "m-1"));
  expect(first).toMatchObject({
    status: 201,
    body: { seq: 1, kind: "incoming", sender: { type: "customer", name: null }, text: "3*5 = #1. *x*\n\n<b>" },
  });
  expect(await send(message("3*5 = #1. *x*\n\n<b>", "m-1"))).toEqual({ ...first, status: 200 });
  expectRefusal(await send(message("another", "m-1")), 409, "client_message_id_reused");
  expect((await send(message("😀".repeat(4000)))).status).toBe(201);
  for (const text of ["😀".repeat(4001), "", " \n\t", "a\u0000b", 7, null, undefined])
    expectRefusal(await send(message(text)), 422, "invalid_input");
  await Promise.all(Array.from({ length: 6 }, (_, at) => send(message(`n${at}`))));
  const { messages, status, queue } = await list(mine.token, id);
  expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect([status, queue]).toEqual(["assistant", null]);
  expect((await list(mine.token, id, 6)).messages.map(({ seq }) => seq)).toEqual([7, 8]);
  expectRefusal(await send(message("let me in"), theirs.token), 404, "conversation_not_found");
  for (const foreign of [id, "conv_00000000000000000000000000", "x", "1' or '1'='1"]) {
    const read = await call("GET", `/conversations/${encodeURIComponent(foreign)}/messages`, { token: theirs.token });
    expect([read.status, read.type]).toEqual([404, "application/problem+json"]);
  }
  const own = await call("GET", "/conversations?open=1", { token: mine.token });
  expect(own.body.conversations).toContainEqual(expect.objectContaining({ id, status: "assistant" }));
});

test("bodies: not JSON 400, another type 415, too large 413, always as a problem document with a code", async () => {
  const { token } = await session();
  const path = `/conversations/${await opened(token)}/messages`;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const json = "application/json";
  expectRefusal(await raw(path, { token, type: json, body: bytes("{") }), 400, "malformed_json");
  expectRefusal(
    await raw(path, { token, type: json, body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) }),
    400,
    "malformed_json",
  );
  expectRefusal(await raw(path, { token, type: "text/plain", body: bytes("{}") }), 415, "unsupported_content_type");
  expectRefusal(await raw(path, { token, type: json, body: bytes(`"${"x".repeat(140_000)}"`) }), 413, "body_too_large");
  expectRefusal(await call("GET", "/conversations", { token: "invented" }), 401, "invalid_token");
  expectRefusal(await call("GET", "/conversations", {}), 401, "invalid_token");
  for (const method of ["GET", "POST", "DELETE"])
    expectRefusal(await call(method, "/no/such/call", { token }), 404, "not_found");
  for (const [method, at] of [
    ["DELETE", path],
    ["PUT", "/sessions"],
    ["GET", "/tickets"],
    ["PATCH", "/staff/conversations"],
  ] as const)
    expectRefusal(await call(method, at, { token }), 405, "method_not_allowed");
});

test("identity: the same person every time; forged, expired and unsigned tokens open nothing", async () => {
  const person = { sub: `member-${Date.now()}`, name: "Lin", email: "lin@example.com" };
  const [one, two] = [await session(identityToken(person)), await session(identityToken(person))];
  expect(two.customerId).toBe(one.customerId);
  const id = await asked(one.token, "hello");
  expect((await list(two.token, id)).messages[0]?.sender.name).toBe("Lin");
  const bad = [
    identityToken(person, { secret: "another-secret-of-somebody-else" }),
    identityToken(person, { alg: "none" }),
    identityToken({ ...person, iat: 1_700_000_000, exp: 1_700_003_600 }),
    identityToken({ ...person, exp: Math.floor(Date.now() / 1000) + 90_000 }),
    identityToken({ ...person, exp: undefined }),
    identityToken({ ...person, sub: undefined }),
    "not.a.token",
  ];
  for (const token of bad)
    expectRefusal(await call("POST", "/sessions", { body: { identityToken: token } }), 401, "invalid_identity_token");
});

test("answers: decision first, citations, text, one done; the same to followers and in the replay; stop is a call", async () => {
  const { token } = await session();
  const id = await asked(token, "How long does a refund take?");
  const [writer, follower] = await Promise.all([answerOf(token, id), answerOf(token, id)]);
  const replay = await answerOf(token, id);
  for (const heard of [writer, follower, replay]) {
    expect(heard.order).toMatch(/^decision( citation)+( text| reset)* done$/);
    expect([heard.decision, heard.citations, heard.text, heard.last]).toEqual([
      replay.decision,
      replay.citations,
      replay.text,
      replay.last,
    ]);
  }
  expect(replay.decision).toMatchObject({ kind: "answer" });
  const stored = (await list(token, id)).messages.at(-1);
  expect(stored).toMatchObject({ seq: 2, kind: "outgoing", text: replay.text, sender: { type: "assistant" } });
  expect(stored?.sender.name).toMatch(/\S/);
  expect(replay.last).toEqual({ messageId: stored?.id, seq: 2 });
  const stopped = await call("POST", `/conversations/${id}/answer/stop`, { token });
  expect(stopped).toMatchObject({ status: 200, body: { state: "stored" } });
  const empty = await opened(token);
  expectRefusal(await call("POST", `/conversations/${empty}/answer`, { token }), 409, "nothing_to_answer");
  const feedback = `/conversations/${id}/messages/${stored?.id}/feedback`;
  expect((await call("POST", feedback, { token, body: { solved: true } })).status).toBe(200);
});

test("the end: handoff told as a place, rated once and only when settled, tickets seen by their token", async () => {
  const { token } = await session();
  const id = await asked(token, "Where is my parcel?");
  const at = (action: string, body: unknown = {}) => call("POST", `/conversations/${id}/${action}`, { token, body });
  const queued = await at("handoff", { reason: "urgent" });
  expect(queued).toMatchObject({ status: 200, body: { status: "queued", queue: { position: expect.any(Number) } } });
  expect(Object.keys(queued.body.queue ?? {}).sort()).toEqual(["position", "waitSeconds", "waitSecondsHigh"]);
  expect((await at("handoff")).body.status).toBe("queued");
  expectRefusal(await call("POST", `/conversations/${id}/answer`, { token }), 409, "assistant_inactive");
  expectRefusal(await at("rating", { score: 4 }), 409, "not_resolved");
  expect(await at("resolve")).toMatchObject({ status: 200, body: { status: "resolved" } });
  for (const score of [0, 5, "4", 2.5]) expectRefusal(await at("rating", { score }), 422, "invalid_input");
  expect((await at("rating", { score: 3, comment: "好 👍" })).status).toBe(201);
  expectRefusal(await at("rating", { score: 4 }), 409, "already_rated");
  const ticket = await call("POST", "/tickets", { token, body: { subject: "Late", description: "It never came." } });
  expect(ticket).toMatchObject({ status: 201, body: { number: expect.any(Number), status: "new" } });
  const shown = await call("GET", `/tickets/${ticket.body.token}`, {});
  expect(shown).toMatchObject({ status: 200, body: { number: ticket.body.number, subject: "Late", status: "new" } });
  expect(shown.body.history).toHaveLength(1);
  expectRefusal(await call("GET", `/tickets/${"x".repeat(43)}`, {}), 404, "ticket_not_found");
});

test("staff by API key: one claim wins, replies and notes, transfer, resolve", async () => {
  const one = await apiKeyOf("grace@luyu.example");
  const other = await apiKeyOf("yiming@luyu.example");
  const { token } = await session();
  const id = await asked(token, "Where is my parcel?");
  await call("POST", `/conversations/${id}/handoff`, { token, body: {} });
  const act = (key: string, action: string, body?: unknown) =>
    call("POST", `/staff/conversations/${id}/${action}`, { token: key, body });
  const waiting = await call("GET", "/staff/conversations?status=queued", { token: one });
  expect(waiting.body.conversations).toContainEqual(expect.objectContaining({ id }));
  const claims = await Promise.all([act(one, "claim"), act(other, "claim")]);
  const lost = claims.find(({ status }) => status !== 200);
  expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
  if (lost) expectRefusal(lost, 409, "already_claimed");
  const [holder, rest] = claims[0]?.status === 200 ? [one, other] : [other, one];
  expect((await act(holder, "messages", { ...message("On its **way**."), kind: "outgoing" })).status).toBe(201);
  expect((await act(rest, "messages", { ...message("careful"), kind: "note" })).status).toBe(201);
  expectRefusal(await act(rest, "messages", { ...message("me too"), kind: "outgoing" }), 409, "not_assignee");
  const seen = await list(token, id);
  expect(seen.messages.map(({ kind }) => kind)).toEqual(["incoming", "activity", "activity", "outgoing"]);
  expect(seen.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(JSON.stringify(seen)).not.toContain("careful");
  expect((await act(holder, "transfer", {})).status).toBe(422);
  const groups = await act(holder, "transfer", { groupId: "grp_00000000000000000000000000" });
  expectRefusal(groups, 404, "group_not_found");
  expectRefusal(await act(holder, "transfer", { staffId: "stf_00000000000000000000000000" }), 404, "staff_not_found");
  expect(await act(holder, "resolve")).toMatchObject({ status: 200, body: { status: "resolved" } });
  expectRefusal(await call("GET", "/staff/conversations", { token }), 401, "invalid_token");
});

test("the OpenAPI document is served and knows every call above", async () => {
  const { status, body } = await call("GET", "/openapi.json", {});
  expect([status, (body as unknown as { openapi: string }).openapi]).toEqual([200, expect.stringMatching(/^3\.1/)]);
  const paths = Object.keys((body as unknown as { paths: object }).paths);
  expect(paths).toEqual(expect.arrayContaining(["/sessions", "/conversations/{id}/answer", "/tickets/{token}"]));
});
