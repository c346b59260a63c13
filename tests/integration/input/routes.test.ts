import { beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { installInboxes, skillGroup } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { halfDone } from "../../support/half-done";
import { type Call, callRoute } from "../../support/routes/call-route";
import { assembleCast, type Cast, type Credential } from "../../support/routes/cast";
import { problemOf } from "../../support/routes/documented-call";
import { spoiled } from "../../support/spoil";
import { ROUTES } from "../access/route-table";

ownDatabase();

let cast: Cast;

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  await installInboxes();
  await skillGroup();
  cast = await assembleCast();
});

/** The credential with which a route gives its best. */
function bestOf(route: string): Credential {
  const { statuses } = ROUTES[route] ?? { statuses: {} };
  const order = ["owner", "adminKey", "admin", "nobody"] as const;
  return order.find((one) => (statuses as Record<Credential, number>)[one] < 300) ?? "nobody";
}

/** Calls a route with one thing wrong; gives what broke, told by a status of 500 and more. */
async function broken(route: string, credential: Credential, call: Call): Promise<string | null> {
  const response = await callRoute(route, { ...call, headers: { ...cast.headers[credential], ...call.headers } });
  if (response.status >= 400 && response.status < 500 && route.includes("/api/v1/")) await problemOf(response);
  await response.arrayBuffer();
  return response.status >= 500 ? `${response.status} ${JSON.stringify(call).slice(0, 200)}` : null;
}

const isJson = (body: unknown): body is object => typeof body === "object" && !(body instanceof FormData);
const withBodies = Object.keys(ROUTES).filter((route) => /^(POST|DELETE)/.test(route) && !route.includes("/answer"));
const QUERIES = [
  "?q=%00",
  "?q=%ff%fe",
  "?limit=1e9",
  "?locale=xx",
  "?before=%00",
  "?status=%00",
  "?after=%00",
  "?open=%00",
  `?q=${"x".repeat(600)}`,
  "?q[]=1&q=2",
  "?__proto__=1",
  "?before=zz&status=queued",
];

describe("bad input of a route", () => {
  it.each(withBodies)("%s is refused or harmless, and leaves nothing half-done", async (route) => {
    const credential = bestOf(route);
    const call = (await ROUTES[route]?.call?.(cast, credential)) ?? {};
    const found: (string | null)[] = [];
    const bodies = isJson(call.body) ? spoiled(call.body) : [];
    for (const body of bodies) found.push(await broken(route, credential, { ...call, body }));
    const raw = ["", "{", "\u0000", new Uint8Array([0xff, 0xfe, 0xfd]), '{"a":"\\ud800"}', "[".repeat(50_000)];
    for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x", "multipart/form-data"]) {
      for (const body of raw) {
        found.push(await broken(route, credential, { ...call, body, headers: { "content-type": type } }));
      }
    }
    expect(found.filter(Boolean)).toEqual([]);
    expect(await halfDone()).toEqual([]);
  });

  it.each(Object.keys(ROUTES).filter((route) => route.startsWith("GET")))("%s survives every query", async (route) => {
    const credential = bestOf(route);
    const call = (await ROUTES[route]?.call?.(cast, credential)) ?? {};
    const found: (string | null)[] = [];
    for (const query of QUERIES) found.push(await broken(route, credential, { ...call, query }));
    expect(found.filter(Boolean)).toEqual([]);
  });
});
