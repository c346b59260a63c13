import { count } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import type { Permission } from "@/lib/contracts/permissions";
import { STAFF_ROLES, type StaffRole } from "@/lib/contracts/team";
import type { ServiceContext } from "@/server/context";
import { sessionContext } from "@/server/request-context";
import { appRouter } from "@/server/root";
import { installInboxes } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { callProcedure } from "../../support/routes/call-procedure";
import { requestOf } from "../../support/routes/call-route";
import { assembleCast, type Cast, type Credential } from "../../support/routes/cast";
import { inRequest } from "../../support/routes/request-scope";
import type { Outcome } from "./procedure-entry";
import { PROCEDURES } from "./procedure-table";

ownDatabase();

/** Callers who are nobody to the console: their cookies, bearers and keys open no session. */
const OUTSIDERS = ["nobody", "forged", "owner", "ownerCookie", "disabled", "stale", "agentKey", "adminKey"] as const;

type Procedure = { _def: { meta?: { permission?: Permission } } };
const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>;

let cast: Cast;
const contexts = new Map<Credential, ServiceContext>();

beforeAll(async () => {
  await installInboxes();
  cast = await assembleCast();
  for (const credential of [...STAFF_ROLES, ...OUTSIDERS]) {
    const request = requestOf("GET /api/trpc/x", { headers: cast.headers[credential] });
    contexts.set(credential, await inRequest(request, () => sessionContext(request.headers)));
  }
});

const ID = /^([a-z]{2,5})_[0-9a-z]{26}$/;

/** The same input about things that never were. */
function unknownIds(input: unknown): unknown {
  if (typeof input !== "object" || input === null) return input;
  const strange = (value: unknown) =>
    typeof value === "string" && ID.test(value) ? value.replace(ID, `$1_${"0".repeat(26)}`) : value;
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, strange(value)]));
}

const holdsIds = (input: unknown) => JSON.stringify(unknownIds(input)) !== JSON.stringify(input);
const contextFor = (credential: Credential) => contexts.get(credential) as ServiceContext;

describe("the access matrix of procedures", () => {
  it("has an entry for every procedure and none for procedures that are gone", () => {
    expect(Object.keys(PROCEDURES).sort()).toEqual(Object.keys(procedures).sort());
  });

  it("names the permission that each procedure declares", () => {
    const declared = Object.entries(procedures).map(([path, { _def }]) => [path, _def.meta?.permission]);
    const expected = Object.entries(PROCEDURES).map(([path, { permission }]) => [path, permission]);
    expect(Object.fromEntries(expected)).toEqual(Object.fromEntries(declared));
  });
});

const expected = (outcome: Outcome | Partial<Record<StaffRole, Outcome>> = "ok", role: StaffRole) =>
  typeof outcome === "string" ? outcome : (outcome[role] ?? "ok");

const eventCount = async () => (await db().select({ events: count() }).from(events))[0]?.events;

describe("every procedure", () => {
  it.each(Object.entries(PROCEDURES))(
    "%s refuses those who may not, and leaves no trace of them",
    async (path, entry) => {
      const input = await entry.input?.(cast, cast.staff.agent);
      const before = await eventCount();
      for (const outsider of OUTSIDERS) {
        expect([outsider, (await callProcedure(path, contextFor(outsider), input)).code]).toEqual([
          outsider,
          "unauthorized",
        ]);
      }
      expect((await callProcedure(path, cast.owner, input)).code).toBe("forbidden");
      for (const role of STAFF_ROLES.filter((one) => !entry.may.includes(one))) {
        expect([role, (await callProcedure(path, contextFor(role), input)).code]).toEqual([role, "forbidden"]);
      }
      expect(await eventCount()).toBe(before);
    },
  );

  it.each(Object.entries(PROCEDURES))(
    "%s serves those who may, and knows no ids that never were",
    async (path, entry) => {
      for (const role of entry.heavy ? entry.may.slice(0, 1) : entry.may) {
        const input = await entry.input?.(cast, cast.staff[role]);
        if (holdsIds(input)) {
          const { code, status } = await callProcedure(path, contextFor(role), unknownIds(input));
          expect(entry.unknown ?? status).toBe(entry.unknown ? code : "NOT_FOUND");
        }
        const outcome = await callProcedure(path, contextFor(role), input);
        expect([role, outcome]).toMatchObject([role, { code: expected(entry.outcome, role) }]);
      }
    },
    120_000,
  );

  const shared = Object.entries(PROCEDURES).flatMap(([path, { may, foreign }]) =>
    foreign ? [{ path, may, foreign }] : [],
  );
  it.each(shared)("$path keeps what is somebody else's", async ({ path, may, foreign }) => {
    for (const role of may) {
      const { code } = await callProcedure(path, contextFor(role), await foreign.input(cast, cast.staff[role]));
      expect([role, code]).toEqual([role, expected(foreign.outcome, role)]);
    }
  });
});
