import { expect } from "vitest";
import { problemReply } from "@/lib/contracts/rest";
import { openApiDocument } from "@/server/rest/openapi";
import { OPERATIONS } from "@/server/rest/operations";
import { type Call, callRoute } from "./call-route";

type Documented = { responses: Record<string, { description: string; content?: Record<string, unknown> }> };

let made: ReturnType<typeof openApiDocument> | undefined;
function documentOf() {
  made ??= openApiDocument();
  return made;
}

const codesOf = (description: string) => Array.from(description.matchAll(/`(\w+)`/g), ([, code]) => code);

/** What one's own code may rely on in any refusal: RFC 9457, a stable code, the request's id. */
export async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const problem = problemReply.parse(await response.clone().json());
  expect(problem.status).toBe(response.status);
  expect(problem.code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  if (response.status === 429) expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  return problem;
}

/**
 * Calls the public API (`POST /conversations`) as a script would and holds the answer against the OpenAPI document: its
 * status is documented, its body fits the documented schema, the code of a refusal is one of those listed.
 */
export async function callApi(operation: string, call: Call = {}): Promise<Response> {
  const [method = "", path = ""] = operation.split(" ");
  const response = await callRoute(`${method} /api/v1${path}`, call);
  const known = OPERATIONS.find((one) => one.path === path && one.method === method.toLowerCase());
  if (!known) throw new Error(`Undocumented operation ${operation}`);
  const documented = documentOf().paths?.[path]?.[known.method] as unknown as Documented;
  const reply = documented.responses[String(response.status)];
  expect([operation, response.status, Object.keys(documented.responses)]).toEqual([
    operation,
    reply ? response.status : "a documented status",
    Object.keys(documented.responses),
  ]);
  if (!response.ok) {
    const { code } = await problemOf(response);
    expect([operation, response.status, ...codesOf(reply?.description ?? "")]).toContain(code);
  } else if (known.reply) {
    expect(response.headers.get("cache-control")).toBe("no-store");
    known.reply.parse(await response.clone().json());
  }
  return response;
}

/** The same, as JSON with its status: `[201, { … }]`. */
export async function api<Body = Record<string, unknown>>(operation: string, call?: Call): Promise<[number, Body]> {
  const response = await callApi(operation, call);
  return [response.status, (await response.json()) as Body];
}
