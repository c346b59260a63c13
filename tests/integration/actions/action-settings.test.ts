import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { actions, events } from "@/db/schema";
import type { SaveActionInput } from "@/lib/contracts/action-forms";
import { saveActionSchema } from "@/lib/contracts/action-forms";
import type { HttpCall } from "@/lib/contracts/actions";
import { decryptField, encryptField } from "@/lib/crypto";
import { callAction } from "@/server/assistant/actions/call-action";
import { fillCall } from "@/server/assistant/actions/fill-call";
import { getAction, listActions } from "@/server/assistant/actions/list-actions";
import { readOpenApi } from "@/server/assistant/actions/openapi/read-openapi";
import { removeAction, saveActions, switchAction } from "@/server/assistant/actions/save-action";
import { tryAction } from "@/server/assistant/actions/try-action";
import type { ServiceContext } from "@/server/context";
import { allowHost } from "../../support/actions";
import { staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { type OrderSystem, startOrderSystem } from "../../support/fakes/order-system";

ownDatabase();
let admin: ServiceContext;
let shop: OrderSystem;

beforeAll(async () => {
  admin = await staffMember("admin");
  shop = await startOrderSystem();
  await allowHost(shop.host);
});
afterAll(() => shop.close());

const draft = (key: string, changes: Partial<SaveActionInput> = {}): SaveActionInput => ({
  key,
  kind: "http",
  version: 0,
  names: { zh: "查订单", en: "Shop lookup" },
  phrasings: { zh: ["查商城订单"], en: ["shop lookup"] },
  parameters: [
    {
      name: "order",
      kind: "order_number",
      required: true,
      label: { zh: "订单号", en: "Order" },
      question: { zh: "订单号是？", en: "Which order?" },
      pattern: "",
      choices: [],
    },
  ],
  confirm: false,
  identity: false,
  results: { zh: "状态：{result.status}", en: "Status: {result.status}" },
  enabled: true,
  http: {
    method: "GET",
    url: `${shop?.origin ?? "https://shop.example"}/orders/{order}`,
    headers: [{ name: "Authorization", value: "Bearer shop-key", sealed: true }],
    body: "",
  },
  ...changes,
});
const save = (...list: SaveActionInput[]) => saveActions({ ctx: admin, input: { actions: list } });
const headerOf = async (key: string) => {
  const [row] = await db().select().from(actions).where(eq(actions.key, key));
  return row?.http?.headers[0]?.value ?? "";
};

/** A draft whose secret header was left empty. */
const withoutKey = (key: string, enabled: boolean): SaveActionInput => {
  const { http, ...rest } = draft(key, { enabled });
  return { ...rest, http: http && { ...http, headers: [{ name: "X-Key", value: "", sealed: true }] } };
};

describe("an action whose secret was left empty", () => {
  const missing = { code: "header_value_missing", details: { name: "X-Key" } };
  const turnOn = (key: string) => switchAction({ ctx: admin, input: { key, enabled: true } });

  it("stores nothing as its secret, and says so to its form", async () => {
    await save(withoutKey("keyless", false));
    expect(await headerOf("keyless")).toBe("");
    expect(await getAction({ ctx: admin, input: { key: "keyless" } })).toMatchObject({ secrets: [] });
    await save(draft("keyed"));
    expect(await getAction({ ctx: admin, input: { key: "keyed" } })).toMatchObject({ secrets: ["Authorization"] });
  });

  it("can be switched on neither by its switch nor by its form, nor be tried, until it is filled in", async () => {
    await save(withoutKey("waiting", false));
    await expect(turnOn("waiting")).rejects.toMatchObject(missing);
    const form = await getAction({ ctx: admin, input: { key: "waiting" } });
    await expect(save({ ...form, enabled: true })).rejects.toMatchObject(missing);
    const trial = { action: form, values: { order: "A1029" }, locale: "en" as const };
    await expect(tryAction({ ctx: admin, input: trial })).rejects.toMatchObject(missing);
    const headers = [{ name: "X-Key", value: "s3cret", sealed: true }];
    await save({ ...form, http: form.http && { ...form.http, headers } });
    await turnOn("waiting");
    expect((await listActions({ ctx: admin })).find(({ key }) => key === "waiting")?.enabled).toBe(true);
  });

  it("counts as such where an empty text was sealed before, and is never called without it", async () => {
    await save(withoutKey("sealed_empty", false));
    const form = draft("sealed_empty");
    const value = await encryptField("", "actions.http.header");
    const http = form.http && { ...form.http, headers: [{ name: "X-Key", value, sealed: true }] };
    await db().update(actions).set({ http }).where(eq(actions.key, "sealed_empty"));
    await expect(turnOn("sealed_empty")).rejects.toMatchObject(missing);
    shop.calls.length = 0;
    const called = http && {
      call: http,
      parameters: form.parameters,
      values: { order: "A1029" },
      idempotencyKey: "key",
      allowedHosts: [shop.host],
    };
    expect(called && (await callAction(called))).toMatchObject({ ok: false, reply: "header_value_missing" });
    expect(shop.calls).toEqual([]);
  });
});

describe("an action's settings", () => {
  it("keep a secret that is not typed again, and never send it back", async () => {
    const [saved] = await save(draft("one"));
    expect(saved).toEqual({ version: 1 });
    expect(await headerOf("one")).not.toContain("shop-key");
    const shown = await getAction({ ctx: admin, input: { key: "one" } });
    expect(JSON.stringify(shown)).not.toMatch(/shop-key|k1\./);
    await save({ ...shown, names: { zh: "改名", en: "Renamed" } });
    expect(await decryptField(await headerOf("one"), "actions.http.header")).toBe("Bearer shop-key");
  });

  it("are not overwritten by a form that was opened before", async () => {
    await save(draft("two"));
    const opened = await getAction({ ctx: admin, input: { key: "two" } });
    const outcomes = await Promise.allSettled([save(opened), save(opened), save(opened)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(save(draft("two"))).rejects.toThrow("action_key_taken");
  });

  it("refuse a call that cannot be made, all of an import or none", async () => {
    const broken = draft("broken", { http: { method: "GET", url: "https://x.example/{gone}", headers: [], body: "" } });
    await expect(save(draft("fine"), broken)).rejects.toThrow("action_placeholder_unknown");
    await expect(save(draft("fine"), draft("one"))).rejects.toThrow("action_key_taken");
    expect(await db().$count(actions, eq(actions.key, "fine"))).toBe(0);
    await expect(save(draft("order_status"))).rejects.toThrow("action_key_taken");
    expect(saveActionSchema.safeParse(draft("new")).success).toBe(false);
    const crlf = draft("x", {
      http: {
        method: "GET",
        url: "https://x.example/",
        body: "",
        headers: [{ name: "X-A", value: "a\r\nHost: b", sealed: false }],
      },
    });
    expect(saveActionSchema.safeParse(crlf).success).toBe(false);
  });

  it("switch built-in actions off and on, and give their words back", async () => {
    await switchAction({ ctx: admin, input: { key: "check_stock", enabled: false } });
    const rows = await listActions({ ctx: admin });
    expect(rows.find(({ key }) => key === "check_stock")).toMatchObject({
      kind: "builtin",
      enabled: false,
      version: 1,
    });
    const form = await getAction({ ctx: admin, input: { key: "start_return" } });
    await save({ ...form, names: { zh: "退货", en: "Return it" }, identity: false, confirm: false, parameters: [] });
    const changed = await getAction({ ctx: admin, input: { key: "start_return" } });
    expect(changed).toMatchObject({ names: { en: "Return it" }, identity: true, confirm: true });
    expect(changed.parameters).toHaveLength(2);
    await removeAction({ ctx: admin, input: { key: "start_return" } });
    expect((await getAction({ ctx: admin, input: { key: "start_return" } })).names.en).toBe("Start a return");
    await expect(switchAction({ ctx: admin, input: { key: "nobody", enabled: true } })).rejects.toThrow(
      "action_not_found",
    );
    expect(await db().$count(events, eq(events.name, "action.saved"))).toBeGreaterThan(3);
  });

  it("are tried as they stand and tell what a customer would read", async () => {
    const form = draft("unsaved");
    const trial = await tryAction({ ctx: admin, input: { action: form, values: { order: "A1029" }, locale: "en" } });
    expect(trial).toMatchObject({ ok: true, text: "Status: shipped" });
    const wrong = { ...form, http: form.http && { ...form.http, headers: [] } };
    const refused = await tryAction({ ctx: admin, input: { action: wrong, values: { order: "A1029" }, locale: "en" } });
    expect(refused).toMatchObject({ ok: false, reason: "not_allowed" });
    const inside = { ...form, http: form.http && { ...form.http, url: "http://127.0.0.1:9/{order}" } };
    const blocked = await tryAction({
      ctx: admin,
      input: { action: inside, values: { order: "A1029" }, locale: "en" },
    });
    expect(blocked).toMatchObject({ ok: false, reason: "address_blocked" });
    const input = { action: form, values: { order: "nonsense" }, locale: "en" as const };
    await expect(tryAction({ ctx: admin, input })).rejects.toThrow("action_value_malformed");
  });
});

const document = (changes: object = {}) => ({
  openapi: "3.0.3",
  info: { title: "Shop", version: "1" },
  servers: [{ url: "https://{region}.shop.example/v1/", variables: { region: { default: "eu" } } }],
  security: [{ key: [] }],
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Api-Key" } },
    parameters: { id: { name: "orderId", in: "path", required: true, schema: { type: "string" } } },
    schemas: {
      Cancel: {
        type: "object",
        required: ["reason"],
        properties: { reason: { type: "string", enum: ["late", "wrong"] }, note: { type: "string" } },
      },
      Order: { type: "object", properties: { status: { type: "string" }, lines: { type: "array" } } },
    },
  },
  paths: {
    "/orders/{orderId}": {
      parameters: [{ $ref: "#/components/parameters/id" }],
      get: {
        operationId: "getOrder",
        summary: "Look an order up",
        responses: { 200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } } } },
      },
      delete: {
        operationId: "cancelOrder",
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Cancel" } } } },
        responses: {},
      },
    },
    "/upload": { post: { requestBody: { required: true, content: { "multipart/form-data": {} } }, responses: {} } },
  },
  ...changes,
});
const read = (text: unknown) =>
  readOpenApi({ ctx: admin, input: { text: typeof text === "string" ? text : JSON.stringify(text) } });

describe("an OpenAPI file", () => {
  it("gives actions to tick: a look-up without consent, a change with it, all of them off", async () => {
    const { title, server, operations } = await read(document());
    expect({ title, server }).toEqual({ title: "Shop", server: "https://eu.shop.example/v1" });
    const [look, cancel, upload] = operations;
    expect(look?.action).toMatchObject({
      key: "get_order",
      names: { en: "Look an order up" },
      confirm: false,
      enabled: false,
      results: { en: "- status: {result.status}" },
      http: {
        method: "GET",
        url: "https://eu.shop.example/v1/orders/{orderId}",
        headers: [{ name: "X-Api-Key", value: "", sealed: true }],
      },
    });
    expect(look?.action.parameters[0]).toMatchObject({ name: "orderId", kind: "order_number", required: true });
    expect(cancel?.action).toMatchObject({ confirm: true, http: { method: "DELETE" } });
    expect(cancel?.action.parameters.map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ["orderId", "order_number", true],
      ["reason", "choice", true],
      ["note", "text", false],
    ]);
    expect(JSON.parse(cancel?.action.http?.body ?? "")).toEqual({ reason: "{reason}", note: "{note}" });
    expect(upload?.problem).toBe("body");
    const saved = await save(...[look, cancel].flatMap((choice) => (choice ? [choice.action] : [])));
    expect(saved).toHaveLength(2);
    expect((await read(document())).operations[0]?.action.key).toBe("get_order_2");
  });

  const bodyOf = async (schema: object, required = true) => {
    const post = { requestBody: { required, content: { "application/json": { schema } } }, responses: {} };
    const { operations } = await read(document({ paths: { "/bulk": { post } }, security: [] }));
    return operations[0];
  };
  const field = (type: unknown, more: object = {}) => ({ type, ...more });
  const object = (properties: object, required: string[] = []) => ({ type: "object", properties, required });

  it.each([
    ["a list", field("array", { items: field("string") })],
    ["a single text", field("string")],
    ["one of several", { oneOf: [object({ a: field("string") }), object({ b: field("string") })] }],
    ["any of several", { anyOf: [object({ a: field("string") }), object({ b: field("string") })] }],
    ["all of an object and a list", { allOf: [object({ a: field("string") }), field("array")] }],
    ["a choice within all of several", { allOf: [{ oneOf: [object({}), field("array")] }] }],
    ["an object of a type among several", { type: ["object", "array"] }],
    ["a required field that leaves a choice", object({ a: { oneOf: [field("string"), field("integer")] } }, ["a"])],
    ["a required field that is a list", object({ a: field("array") }, ["a"])],
    ["nothing that is described", {}],
  ])("is not offered a call whose body is %s", async (_, schema) => {
    expect((await bodyOf(schema))?.problem).toBe("body");
  });

  it("is not offered an optional list as a body either: it would be left out", async () => {
    expect((await bodyOf(field("array"), false))?.problem).toBe("body");
  });

  it("puts together what all of several schemas ask for, also where one is part of itself", async () => {
    const node = { allOf: [{ $ref: "#/components/schemas/Cancel" }, object({ email: field("string") }, ["email"])] };
    const itself = {
      allOf: [
        { $ref: "#/components/schemas/Cancel" },
        { $ref: "#/paths/~1bulk/post/requestBody/content/application~1json/schema" },
      ],
    };
    expect((await bodyOf(itself))?.action.parameters.map(({ name }) => name)).toEqual(["reason", "note"]);
    const merged = await bodyOf(node);
    expect(merged?.problem).toBeNull();
    expect(merged?.action.parameters.map(({ name, required }) => [name, required]).sort()).toEqual([
      ["email", true],
      ["note", false],
      ["reason", true],
    ]);
  });

  it("sends fields as what its schema says they are", async () => {
    const schema = object({
      gift: field("boolean"),
      orderNo: field("integer"),
      quantity: field(["integer", "null"]),
      price: { anyOf: [field("number"), field("null")] },
      size: field("integer", { enum: [1, 2] }),
      roomNumber: field("string"),
    });
    const { action } = (await bodyOf(schema)) ?? {};
    expect(action?.parameters.map(({ name, kind, type }) => [name, kind, type])).toEqual([
      ["gift", "choice", "boolean"],
      ["orderNo", "order_number", "integer"],
      ["quantity", "amount", "integer"],
      ["price", "amount", "number"],
      ["size", "choice", "number"],
      ["roomNumber", "order_number", undefined],
    ]);
    const values = { gift: "true", orderNo: "7", quantity: "2", price: "9.5", size: "1", roomNumber: "12" };
    const { body } = fillCall(action?.http as HttpCall, action?.parameters ?? [], values);
    expect(JSON.parse(body ?? "")).toEqual({
      gift: true,
      orderNo: 7,
      quantity: 2,
      price: 9.5,
      size: 1,
      roomNumber: "12",
    });
    await save({ ...(action as SaveActionInput), key: "typed" });
    expect((await getAction({ ctx: admin, input: { key: "typed" } })).parameters[0]?.type).toBe("boolean");
  });

  it("is read from YAML too", async () => {
    const yaml =
      "openapi: 3.1.0\ninfo: {title: Y, version: '1'}\nservers:\n  - url: https://y.example\npaths:\n  /a:\n    get:\n      summary: A\n      responses: {}\n";
    expect((await read(yaml)).operations[0]?.id).toBe("GET /a");
  });

  it.each([
    ["nothing that can be read", "{{{", "openapi_malformed"],
    ["a list", "[]", "openapi_malformed"],
    ["an older version", { swagger: "2.0" }, "openapi_version"],
    ["no paths", document({ paths: {} }), "openapi_empty"],
    ["no server", document({ servers: [] }), "openapi_server"],
    ["a relative server", document({ servers: [{ url: "/v1" }] }), "openapi_server"],
    ["a server with a password", document({ servers: [{ url: "https://a:b@x.example" }] }), "openapi_server"],
    ["a private server", document({ servers: [{ url: "http://10.0.0.8/v1" }] }), "openapi_server_private"],
    ["a server spelt as a number", document({ servers: [{ url: "http://2130706433/" }] }), "openapi_server_private"],
    ["this machine", document({ servers: [{ url: "http://localhost:3000" }] }), "openapi_server_private"],
    [
      "a reference in a circle",
      document({ paths: { "/a": { $ref: "#/paths/~1b" }, "/b": { $ref: "#/paths/~1a" } } }),
      "openapi_reference",
    ],
    [
      "a reference to another file",
      document({ paths: { "/a": { $ref: "https://evil.example/x.json" } } }),
      "openapi_reference",
    ],
    [
      "a reference to what objects inherit",
      document({ paths: { "/a": { $ref: "#/constructor/prototype" } } }),
      "openapi_reference",
    ],
  ])("with %s is refused with a clear code", async (_, text, code) => {
    await expect(read(text)).rejects.toThrow(code);
  });

  it("that multiplies itself by aliases is refused quickly", async () => {
    const lines = ["openapi: 3.0.0", "a0: &a0 [x,x,x,x,x,x,x,x,x]"];
    for (let at = 1; at < 12; at += 1)
      lines.push(
        `a${at}: &a${at} [${Array(9)
          .fill(`*a${at - 1}`)
          .join(",")}]`,
      );
    const started = performance.now();
    await expect(read(lines.join("\n"))).rejects.toThrow("openapi_malformed");
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("with thousands of operations and a schema that holds itself is read in time", async () => {
    const node = {
      operationId: "a",
      requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/N" } } } },
      responses: {},
    };
    const paths = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`/p${at}`, { post: node }]));
    const schemas = {
      N: { type: "object", properties: { child: { $ref: "#/components/schemas/N" }, name: { type: "string" } } },
    };
    const started = performance.now();
    const view = await read(document({ paths, components: { schemas }, security: [] }));
    expect(view.operations).toHaveLength(200);
    expect(view.leftOut).toBe(2800);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
