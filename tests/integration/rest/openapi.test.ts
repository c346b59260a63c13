import { describe, expect, it } from "vitest";
import { openApiDocument } from "@/server/rest/openapi";
import { openApiShape, schemaMistakes } from "../../support/openapi-shape";
import { callRoute, listRoutes } from "../../support/routes/call-route";

const document = openApiShape.parse(JSON.parse(JSON.stringify(openApiDocument())));
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe("the OpenAPI document", () => {
  it("is served as it is made, and is OpenAPI 3.1 in every key", async () => {
    const response = await callRoute("GET /api/v1/openapi.json");
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(openApiShape.parse(await response.json())).toEqual(document);
  });

  it("holds only schemas that are JSON Schema 2020-12", () => {
    const schemas = operations.flatMap(({ operation: { parameters = [], requestBody, responses } }) => [
      ...parameters.map((parameter) => parameter.schema),
      ...Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
      ...Object.values(responses).flatMap(({ content = {} }) => Object.values(content).map(({ schema }) => schema)),
    ]);
    expect(schemas.length).toBeGreaterThan(100);
    const named = Object.values(document.components.schemas ?? {});
    expect([...schemas, ...named].flatMap((schema) => schemaMistakes(schema))).toEqual([]);
  });

  it("documents every route under /api/v1, and no route that is not there", async () => {
    const documented = operations.map(({ path, method }) => `${method.toUpperCase()} /api/v1${path}`);
    const routes = (await listRoutes()).filter((route) => / \/api\/v1\/(?!\{unknown\})/.test(route));
    expect([...documented, "GET /api/v1/openapi.json"].sort()).toEqual(routes);
  });

  it("names each operation once, each parameter of its path, and only keys that are explained", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      const inPath = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
      const described = (operation.parameters ?? []).filter((one) => one.in === "path");
      expect(described.map(({ name }) => name)).toEqual(inPath);
      expect(described.every(({ required }) => required)).toBe(true);
      const keys = operation.security.flatMap((one) => Object.keys(one));
      expect(keys.filter((key) => !(key in document.components.securitySchemes))).toEqual([]);
    }
  });

  it("tells a success and the refusals of every call", () => {
    for (const { operation } of operations) {
      const statuses = Object.keys(operation.responses);
      expect(statuses.some((status) => status.startsWith("2"))).toBe(true);
      expect(statuses).toContain("429");
      for (const [status, { content = {} }] of Object.entries(operation.responses)) {
        if (Number(status) >= 400) expect(Object.keys(content)).toEqual(["application/problem+json"]);
      }
    }
  });

  it("would be refused with a misspelt key, a missing description or a wrong schema", () => {
    const spoiled = (change: (copy: typeof document) => void) => {
      const copy = structuredClone(document);
      change(copy);
      return openApiShape.safeParse(copy).success;
    };
    expect(spoiled(() => undefined)).toBe(true);
    expect(spoiled((copy) => Object.assign(copy, { swagger: "2.0" }))).toBe(false);
    expect(spoiled((copy) => Object.assign(copy.info, { title: "" }))).toBe(false);
    expect(schemaMistakes({ type: "strnig" })).toEqual(["#: type"]);
    expect(schemaMistakes({ type: "object", properties: { a: { typ: "string" } }, required: ["b"] })).toHaveLength(2);
  });
});
