import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db, pool } from "@/db/client";
import { idempotencyKeys, mails } from "@/db/schema";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { writeMail } from "@/server/mail/write-mail";
import { systemContext } from "@/server/request-context";
import { withTransaction } from "@/server/transaction";
import { ownDatabase } from "../../support/database";
import { callRoute } from "../../support/routes/call-route";

ownDatabase();

const tick = (authorization?: string) =>
  callRoute("GET /api/jobs/tick", { headers: authorization === undefined ? {} : { authorization } });
const rightly = () => tick(`Bearer ${env().CRON_SECRET}`);

describe("/api/jobs/tick", () => {
  it("opens to the scheduler's secret alone, and tells nothing else", async () => {
    const secret = env().CRON_SECRET ?? "";
    for (const wrong of [
      undefined,
      "",
      secret,
      `Basic ${secret}`,
      `Bearer ${secret.slice(1)}`,
      `Bearer ${secret} `,
      "Bearer ",
    ]) {
      const response = await tick(wrong);
      const trimmed = wrong?.trim() === `Bearer ${secret}`;
      expect([wrong, response.status]).toEqual([wrong, trimmed ? 200 : 401]);
    }
  });

  it("stays shut while no secret is set", async () => {
    const secret = env().CRON_SECRET;
    Object.assign(env(), { CRON_SECRET: undefined });
    expect((await tick("Bearer undefined")).status).toBe(401);
    expect((await tick("Bearer ")).status).toBe(401);
    Object.assign(env(), { CRON_SECRET: secret });
  });

  it("does what is due once, however often and however many call", async () => {
    const ctx = systemContext();
    await withTransaction(ctx, (tx) =>
      writeMail(tx, ctx, { to: "a@b.example", subject: "s", text: "t", dedupeKey: newId("mail") }),
    );
    const counts = await Promise.all(Array.from({ length: 4 }, () => rightly().then((response) => response.json())));
    expect(counts.reduce((sum, { jobs }) => sum + jobs, 0)).toBe(1);
    expect(await (await rightly()).json()).toEqual({ jobs: 0 });
    expect(await db().select({ state: mails.state }).from(mails)).toEqual([{ state: "kept" }]);
  });

  it("sweeps what is over and keeps the rest", async () => {
    const row = { actor: "customer:x", requestHash: "h" };
    await db()
      .insert(idempotencyKeys)
      .values([
        { ...row, key: "old", createdAt: new Date(Date.now() - 25 * 3_600_000) },
        { ...row, key: "new", createdAt: new Date() },
      ]);
    const { forgetIdempotencyKeys } = await import("@/server/rest/idempotency");
    expect(await forgetIdempotencyKeys(systemContext())).toBe(1);
    expect(await db().select({ key: idempotencyKeys.key }).from(idempotencyKeys)).toEqual([{ key: "new" }]);
  });
});

describe("/api/health", () => {
  const health = async (path = "/api/health") => {
    const response = await callRoute(`GET ${path}`);
    return [response.status, await response.json(), response.headers.get("cache-control")];
  };

  it("is 200 while the database answers, on both runtimes, and never cached", async () => {
    expect(await health()).toEqual([200, { database: "up", realtime: "up" }, "no-store"]);
    expect(await health("/api/health/edge")).toEqual([200, { ok: true }, "no-store"]);
  });

  it("is 503 while the database is down, and 200 again after; the loss of realtime is told, not failed", async () => {
    const { PUSHER_PORT } = env();
    Object.assign(env(), { PUSHER_PORT: 1 });
    expect(await health()).toEqual([200, { database: "up", realtime: "down" }, "no-store"]);
    Object.assign(env(), { PUSHER_PORT });
    const name = new URL(env().DATABASE_URL).pathname.slice(1);
    const { Pool } = await import("@neondatabase/serverless");
    const url = new URL(env().DATABASE_URL);
    url.pathname = "/postgres";
    const admin = new Pool({ connectionString: url.toString() });
    await admin.query(`alter database ${name} with allow_connections false`);
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
    expect(await health()).toEqual([503, { database: "down", realtime: "up" }, "no-store"]);
    await admin.query(`alter database ${name} with allow_connections true`);
    await admin.end();
    await expect.poll(async () => (await health())[0], { timeout: 10_000 }).toBe(200);
    expect((await pool().query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await db().execute(sql`select 1`);
  });
});
