import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import en from "@/messages/en/errors.json";
import zh from "@/messages/zh/errors.json";
import { installInboxes } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { callRoute } from "../../support/routes/call-route";
import { callApi, problemOf } from "../../support/routes/documented-call";
import { conversationOf, openScript, type Script } from "../../support/routes/script";

ownDatabase();

let script: Script;
let id: string;

beforeAll(async () => {
  await installInboxes();
  Object.assign(env(), { RATE_LIMITS: "off" });
  script = await openScript();
  id = await conversationOf(script);
});

const MESSAGES = "POST /conversations/{id}/messages";
const post = (body: unknown, headers: Record<string, string> = {}) =>
  callApi(MESSAGES, { params: { id }, body, headers: { ...script.headers, ...headers } });
const json = { "content-type": "application/json" };

async function expectProblem(response: Response, status: number, code: string) {
  const problem = await problemOf(response);
  expect([problem.status, problem.code]).toEqual([status, code]);
  return problem;
}

describe("a refusal", () => {
  it("speaks the language that is asked for, and keeps its code", async () => {
    const call = (language: string) =>
      callApi("GET /conversations", { headers: { "accept-language": language } }).then(problemOf);
    expect(await call("en")).toMatchObject({ title: en.invalid_token, code: "invalid_token", type: "about:blank" });
    expect(await call("zh-CN")).toMatchObject({ title: zh.invalid_token, code: "invalid_token" });
  });

  it("speaks the session's language to who asks for none", async () => {
    for (const [locale, { nothing_to_answer: words, not_found }] of [
      ["en", en],
      ["zh", zh],
    ] as const) {
      const own = await openScript({ locale });
      const params = { id: await conversationOf(own) };
      const unknown = await own.call("POST /conversations/{id}/resolve", { params: { id: "x" }, body: {} });
      expect(unknown).toMatchObject([404, { title: not_found }]);
      expect(await own.call("POST /conversations/{id}/answer", { params })).toMatchObject([409, { title: words }]);
    }
  });

  it("carries the request's id from the front door, and makes one otherwise", async () => {
    const given = await callApi("GET /conversations", { headers: { "x-request-id": "req_from_the_front_door" } });
    expect((await problemOf(given)).requestId).toBe("req_from_the_front_door");
    expect((await problemOf(await callApi("GET /conversations"))).requestId).toMatch(/^req_/);
  });

  it("names every field that is wrong by its path and a stable code", async () => {
    const bad = { clientMessageId: "a\u0000b", text: " ", attachmentIds: [1] };
    const problem = await expectProblem(await post(bad), 422, "invalid_input");
    expect(problem.errors).toEqual([
      { field: "clientMessageId", code: "invalid_format" },
      { field: "text", code: "empty" },
      { field: "attachmentIds.0", code: "invalid_type" },
    ]);
  });

  it("400 is for what is not JSON, also for bytes that are not UTF-8", async () => {
    const invalid = [0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d];
    for (const body of ["", "{", "{'a':1}", "undefined", '{"a":1}}', new Uint8Array(invalid)]) {
      await expectProblem(await post(body, json), 400, "malformed_json");
    }
    for (const body of ["null", "[]", "3", '"text"', "true"]) {
      await expectProblem(await post(body, json), 422, "invalid_input");
    }
  });

  it("415 is for every content type but JSON, and for none", async () => {
    const body = JSON.stringify({ clientMessageId: "m", text: "hi" });
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "text/json"]) {
      await expectProblem(await post(body, { "content-type": type }), 415, "unsupported_content_type");
    }
    expect((await post(body, { "content-type": "Application/JSON; charset=utf-8" })).status).toBe(201);
  });

  it("413 is for bodies over 128 KB, whatever they say of their length", async () => {
    const body = JSON.stringify({ clientMessageId: "m", text: "x".repeat(128 * 1024) });
    await expectProblem(await post(body, json), 413, "body_too_large");
    await expectProblem(await post(body, { ...json, "content-length": "10" }), 413, "body_too_large");
  });

  it("deep nesting and prototype keys change nothing and cost nothing", async () => {
    const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
    await expectProblem(await post(deep, json), 422, "invalid_input");
    const polluted =
      '{"clientMessageId":"p-1","text":"hi","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}';
    expect((await post(polluted, json)).status).toBe(201);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it("fields that the caller may not set are not set", async () => {
    const mass = { clientMessageId: "mass", text: "hi", kind: "outgoing", senderType: "agent", seq: 99, stopped: true };
    const [, message] = [0, (await (await post(mass)).json()) as Record<string, unknown>];
    expect(message).toMatchObject({ kind: "incoming", sender: { type: "customer" } });
    const [, made] = await script.call("POST /conversations", { body: { status: "assigned", customerId: "cus_x" } });
    expect(made.status).toBe("assistant");
  });

  it("tells nothing of the inside when something breaks", async () => {
    await db().execute(sql`alter table conversations rename to hidden`);
    const response = await callRoute(MESSAGES.replace("POST ", "GET /api/v1"), {
      params: { id },
      headers: script.headers,
    });
    await db().execute(sql`alter table hidden rename to conversations`);
    const problem = await expectProblem(response, 500, "internal");
    expect(JSON.stringify(problem)).not.toMatch(/select|conversations|relation|stack/i);
  });
});
