import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { customerSessions, staff } from "@/db/schema";
import { env } from "@/lib/env";
import type { ServiceContext, StaffActor } from "@/server/context";
import { sessionContext } from "@/server/request-context";
import { installInboxes, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { callRoute, requestOf } from "../../support/routes/call-route";
import { inRequest } from "../../support/routes/request-scope";
import { fileForm } from "../../support/routes/scenes";
import { conversationOf, openScript } from "../../support/routes/script";
import { staffCookie } from "../../support/routes/staff-cookie";

ownDatabase();

let agent: ServiceContext<StaffActor>;

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  await installInboxes();
  agent = await staffMember("agent");
});

const headersOf = async (seconds: number, sessionVersion = 1) => ({
  cookie: await staffCookie({ staffId: agent.actor.staffId, sessionVersion }, seconds),
  "sec-fetch-site": "same-origin",
});
const actorOf = (headers: Record<string, string>) => {
  const request = requestOf("GET /inbox", { headers });
  return inRequest(request, async () => (await sessionContext(request.headers)).actor.kind);
};
const procedure = (headers: Record<string, string>) =>
  callRoute("POST /api/trpc/{trpc}", {
    params: { trpc: "routing.setPresence" },
    body: { json: { state: "online" } },
    headers,
  });

describe("a console session that is over", () => {
  it("opens nothing: no page's context, procedure, upload or channel, and says so with 401", async () => {
    const [fresh, over] = [await headersOf(60), await headersOf(-60)];
    expect([await actorOf(fresh), await actorOf(over)]).toEqual(["staff", "anonymous"]);
    expect([(await procedure(fresh)).status, (await procedure(over)).status]).toEqual([200, 401]);
    const problem = await (await procedure(over)).json();
    expect(problem.error.json.data.code).toBe("unauthorized");
    const id = await conversationOf(await openScript(), "hello");
    const upload = (headers: Record<string, string>) =>
      callRoute("POST /api/attachments", { query: `?conversationId=${id}`, body: fileForm(), headers });
    expect([(await upload(fresh)).status, (await upload(over)).status]).toEqual([201, 401]);
    const join = (headers: Record<string, string>) =>
      callRoute("POST /api/realtime/auth", {
        body: "socket_id=1.1&channel_name=private-staff",
        headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      });
    expect((await join(over)).status).toBe(401);
  });

  it("is over at once when the person signs out everywhere or is disabled, before its time", async () => {
    const headers = await headersOf(3600);
    expect(await actorOf(headers)).toBe("staff");
    await db().update(staff).set({ sessionVersion: 2 }).where(eq(staff.id, agent.actor.staffId));
    expect([await actorOf(headers), (await procedure(headers)).status]).toEqual(["anonymous", 401]);
    const renewed = await headersOf(3600, 2);
    expect(await actorOf(renewed)).toBe("staff");
    await db().update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, agent.actor.staffId));
    expect(await actorOf(renewed)).toBe("anonymous");
  });
});

describe("a customer's session that is over", () => {
  it("reads and writes nothing, answer included, and leaves the conversation as it was", async () => {
    const script = await openScript();
    const id = await conversationOf(script, "hello");
    await db()
      .update(customerSessions)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where(eq(customerSessions.customerId, script.customerId));
    const calls = [
      ["GET /api/v1/conversations/{id}/messages", undefined],
      ["POST /api/v1/conversations/{id}/messages", { clientMessageId: "m", text: "late" }],
      ["POST /api/v1/conversations/{id}/answer", undefined],
      ["POST /api/v1/conversations/{id}/handoff", {}],
    ] as const;
    for (const [route, body] of calls) {
      const response = await callRoute(route, { params: { id }, body, headers: script.headers });
      expect([route, response.status, (await response.json()).code]).toEqual([route, 401, "invalid_token"]);
    }
    const rows = await db().query.messages.findMany({ where: (row, { eq: is }) => is(row.conversationId, id) });
    expect(rows).toHaveLength(1);
  });
});
