import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import { type JobHandler, registerJobs, type Sweep } from "@/server/jobs/registry";
import { runDue } from "@/server/jobs/run-due";
import { contextOf, NOW } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

const system = contextOf({ kind: "system" });
const later = (seconds: number) => contextOf({ kind: "system" }, new Date(NOW.getTime() + seconds * 1000));
let done: { data: Record<string, unknown>; number: number; last: boolean }[] = [];

function handle(work: JobHandler, sweeps: Sweep[] = []): void {
  registerJobs({ "test.job": work }, sweeps);
}

beforeEach(() => {
  done = [];
  handle(async (_ctx, data, attempt) => {
    done.push({ data, ...attempt });
  });
});

/** Lets the pauses between attempts pass. */
async function makeDue(): Promise<void> {
  await db().execute(sql`update pgboss.job set start_after = now() - interval '1 second' where state = 'retry'`);
}

test("a job exists only when the transaction that enqueued it commits", async () => {
  await db()
    .transaction(async (tx) => {
      await enqueueJob(tx, "test.job", { n: 1 });
      throw new Error("rolled back");
    })
    .catch(() => undefined);
  expect(await runDue(system)).toBe(0);

  await db().transaction((tx) => enqueueJob(tx, "test.job", { n: 2 }));
  expect(await runDue(system)).toBe(1);
  expect(done).toEqual([{ data: { n: 2 }, number: 1, last: false }]);
});

test("a job waits until its time has come", async () => {
  await enqueueJob(db(), "test.job", {}, { runAt: new Date(Date.now() + 3_600_000) });
  expect(await runDue(system)).toBe(0);
  await db().execute(sql`update pgboss.job set start_after = now() where state = 'created'`);
  expect(await runDue(system)).toBe(1);
});

test("while a job of a key waits, the same job is not added again; once it is taken, it may be", async () => {
  await enqueueJob(db(), "test.job", { n: 1 }, { key: "one" });
  await enqueueJob(db(), "test.job", { n: 2 }, { key: "one" });
  await enqueueJob(db(), "test.job", { n: 3 }, { key: "two" });
  expect(await runDue(system)).toBe(2);
  await enqueueJob(db(), "test.job", { n: 4 }, { key: "one" });
  expect(await runDue(system)).toBe(1);
  expect(done.map(({ data }) => data.n).sort()).toEqual([1, 3, 4]);
});

test("several processes at once never take the same job twice", async () => {
  for (let n = 0; n < 30; n += 1) await enqueueJob(db(), "test.job", { n });
  await Promise.all([runDue(system), runDue(system), runDue(system)]);
  while ((await runDue(system)) > 0);
  expect(done.map(({ data }) => Number(data.n)).sort((a, b) => a - b)).toEqual([...Array(30).keys()]);
});

test("a failing job is tried again after a pause, knows its last attempt, and is then given up", async () => {
  handle(async (_ctx, data, attempt) => {
    done.push({ data, ...attempt });
    throw new Error("still broken");
  });
  await enqueueJob(db(), "test.job", {});
  await runDue(system);
  expect(await runDue(system), "not before its pause").toBe(0);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await makeDue();
    await runDue(system);
  }
  expect(done.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(done.map(({ last }) => last).indexOf(true)).toBe(8);
});

test("a sweep runs at its interval, and one that fails does not stop the others", async () => {
  const runs: string[] = [];
  const failing = { name: "failing", everySeconds: 10, run: () => Promise.reject(new Error("broken")) };
  const other = { name: "other", everySeconds: 10, run: async () => runs.push("other") };
  handle(async () => undefined, [failing, other]);
  await runDue(system);
  await runDue(later(9));
  expect(runs).toHaveLength(1);
  await runDue(later(10));
  expect(runs).toHaveLength(2);
});
