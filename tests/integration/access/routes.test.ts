import { count } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { env } from "@/lib/env";
import { signInternal } from "@/server/auth/internal-signature";
import { installInboxes, skillGroup } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { type Call, callRoute, listRoutes } from "../../support/routes/call-route";
import { assembleCast, type Cast, CREDENTIALS, type Credential } from "../../support/routes/cast";
import type { RouteEntry } from "./route-entry";
import { ROUTES } from "./route-table";

ownDatabase();

/** The doors to procedures and channels, which have matrices of their own. */
const ELSEWHERE = ["GET /api/trpc/{trpc}", "POST /api/trpc/{trpc}", "POST /api/realtime/auth"];

let cast: Cast;

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  await installInboxes();
  await skillGroup();
  cast = await assembleCast();
});

const callOf = async (entry: RouteEntry, credential: Credential): Promise<Call> =>
  (await entry.call?.(cast, credential)) ?? {};

async function statusOf(route: string, call: Call, headers: Record<string, string>): Promise<number> {
  const response = await callRoute(route, { ...call, headers });
  await response.arrayBuffer();
  return response.status;
}

const eventCount = async () => (await db().select({ events: count() }).from(events))[0]?.events;
const strange = (id: string) => (id.includes("_") ? id.replace(/_.*/, `_${"0".repeat(26)}`) : "x".repeat(43));

describe("the access matrix of routes", () => {
  it("has an entry for every exported method of every route handler, and none for routes that are gone", async () => {
    expect([...Object.keys(ROUTES), ...ELSEWHERE].sort()).toEqual(await listRoutes());
  });
});

describe("every route", () => {
  it.each(Object.entries(ROUTES))("%s answers each credential as the table says", async (route, entry) => {
    const got: Partial<Record<Credential, number>> = {};
    for (const credential of CREDENTIALS) {
      const call = await callOf(entry, credential);
      const before = await eventCount();
      const status = await statusOf(route, call, cast.headers[credential]);
      got[credential] = status;
      if (status >= 400) expect([credential, await eventCount()]).toEqual([credential, before]);
    }
    expect(got).toEqual(entry.statuses);
  });

  const withIds = Object.entries(ROUTES).flatMap(([route, { unknown }]) => (unknown ? [{ route, unknown }] : []));
  it.each(withIds)("$route knows no ids that never were, nor malformed ones", async ({ route, unknown }) => {
    const call = await callOf(ROUTES[route] as RouteEntry, unknown.as);
    for (const change of [strange, (id: string) => `${id}'`, () => "../../etc/passwd", () => "\u0000"]) {
      const params = Object.fromEntries(Object.entries(call.params ?? {}).map(([name, id]) => [name, change(id)]));
      expect(await statusOf(route, { ...call, params }, cast.headers[unknown.as])).toBe(unknown.status);
    }
  });

  const withCookies = Object.entries(ROUTES).flatMap(([route, { crossOrigin }]) =>
    crossOrigin ? [{ route, crossOrigin }] : [],
  );
  it.each(withCookies)(
    "$route is not moved by a cookie that another site sends along",
    async ({ route, crossOrigin }) => {
      const { cookie = "" } = cast.headers[crossOrigin.as];
      const others: Record<string, string>[] = [
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
        { origin: "https://evil.example" },
        { origin: "null" },
        {},
      ];
      for (const site of others) {
        const call = await callOf(ROUTES[route] as RouteEntry, crossOrigin.as);
        expect([site, await statusOf(route, call, { cookie, ...site })]).toEqual([site, crossOrigin.status]);
      }
    },
  );
});

describe("the doors of the console and of the server itself", () => {
  it("a procedure is not called with a cookie that another site sends along, nor changed by a GET", async () => {
    const { cookie = "" } = cast.headers.admin;
    const mutation = { params: { trpc: "routing.setPresence" }, body: { json: { state: "online" } } };
    const call = (headers: Record<string, string>) =>
      callRoute("POST /api/trpc/{trpc}", { ...mutation, headers: { cookie, ...headers } });
    expect((await call({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await call({})).status).toBe(403);
    expect((await call({ "sec-fetch-site": "same-origin" })).status).toBe(200);
    const read = await callRoute("GET /api/trpc/{trpc}", { params: mutation.params, headers: { cookie } });
    expect(read.status).toBe(405);
  });

  it("sealed routes open to the server's own secret, bound to the path and the body", async () => {
    const tick = (secret = "") => callRoute("GET /api/jobs/tick", { headers: { authorization: `Bearer ${secret}` } });
    expect((await tick(env().CRON_SECRET)).status).toBe(200);
    expect((await tick(`${env().CRON_SECRET}x`)).status).toBe(401);
    const [path, body] = ["/api/internal/events/publish", JSON.stringify({ eventId: 1 })];
    const publish = (signature: string, sent = body) =>
      callRoute(`POST ${path}`, { body: sent, headers: { "x-zhida-internal": signature } });
    const signature = await signInternal(path, body);
    expect((await publish(signature)).status).toBe(200);
    expect((await publish(signature, JSON.stringify({ eventId: 2 }))).status).toBe(403);
    expect((await publish(await signInternal("/api/internal/answers/hand-over", body))).status).toBe(403);
    expect((await publish(await signInternal(path, body, Date.now() - 61_000))).status).toBe(403);
  });
});
