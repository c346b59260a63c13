import { beforeAll, describe, expect, it } from "vitest";
import type { SaveActionInput } from "@/lib/contracts/action-forms";
import type { HttpCall } from "@/lib/contracts/actions";
import { fillCall } from "@/server/assistant/actions/fill-call";
import { getAction } from "@/server/assistant/actions/list-actions";
import { readOpenApi } from "@/server/assistant/actions/openapi/read-openapi";
import { saveActions } from "@/server/assistant/actions/save-action";
import type { ServiceContext } from "@/server/context";
import { staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";

ownDatabase();
let admin: ServiceContext;

beforeAll(async () => {
  admin = await staffMember("admin");
});

const save = (...list: SaveActionInput[]) => saveActions({ ctx: admin, input: { actions: list } });

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

  it("that multiplies itself by aliases is refused before it is built", async () => {
    const lines = ["openapi: 3.0.0", "a0: &a0 [x,x,x,x,x,x,x,x,x]"];
    for (let at = 1; at < 12; at += 1)
      lines.push(
        `a${at}: &a${at} [${Array(9)
          .fill(`*a${at - 1}`)
          .join(",")}]`,
      );
    await expect(read(lines.join("\n"))).rejects.toThrow("openapi_malformed");
  });

  it("with thousands of operations and a schema that holds itself is read to its end", async () => {
    const node = {
      operationId: "a",
      requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/N" } } } },
      responses: {},
    };
    const paths = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`/p${at}`, { post: node }]));
    const schemas = {
      N: { type: "object", properties: { child: { $ref: "#/components/schemas/N" }, name: { type: "string" } } },
    };
    const view = await read(document({ paths, components: { schemas }, security: [] }));
    expect(view.operations).toHaveLength(200);
    expect(view.leftOut).toBe(2800);
  });
});
