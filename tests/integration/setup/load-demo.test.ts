import "@/server/listeners";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { conversations } from "@/db/schema";
import { runDue } from "@/server/jobs/run-due";
import "@/server/job-handlers";
import { completeSetup } from "@/server/settings/complete-setup";
import { listDemoAccounts } from "@/server/settings/demo-accounts";
import { getSettings } from "@/server/settings/get-settings";
import { getDemoProgress, loadDemo } from "@/server/settings/load-demo";
import { removeDemo, startOwnNeeds } from "@/server/settings/remove-demo";
import { contextOf } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";
import { admin, company, leftOfDemo, signsIn } from "./own-company";

const TOKEN = "setup-token-of-this-test";
process.env.SETUP_TOKEN = TOKEN;

ownDatabase();

const system = () => contextOf({ kind: "system" });
test("demo data comes into a described company in the background, and leaves it as it was", async () => {
  const { staffId } = await completeSetup({
    ctx: contextOf({ kind: "anonymous" }),
    input: { token: TOKEN, company, admin },
  });
  const ctx = contextOf({ kind: "staff", staffId, role: "admin", name: "Ada", locale: "en", via: "session" } as const);
  const before = await getSettings(db(), "company");
  await loadDemo({ ctx });
  expect(await getDemoProgress({ ctx })).toMatchObject({ state: "loading", stage: 0 });
  await loadDemo({ ctx });
  await runDue({ ...system(), now: new Date() });
  expect(await getDemoProgress({ ctx })).toEqual({ state: "ready", stage: 4, stages: 4 });
  await expect(loadDemo({ ctx })).rejects.toMatchObject({ code: "demo_present" });
  expect(await getSettings(db(), "company")).toEqual({ ...before, demo: true });
  expect(await db().$count(conversations)).toBeGreaterThan(400);
  expect((await listDemoAccounts(ctx)).length).toBe(9);
  expect(await startOwnNeeds({ ctx })).toEqual({ company: false, account: false });
  await removeDemo({ ctx, input: { confirmation: "Acme", company: null, admin: null } });
  expect(await leftOfDemo()).toBe(0);
  expect(await signsIn(admin.email, admin.password)).toMatchObject({ id: staffId });
  expect(await getSettings(db(), "company")).toEqual(before);
  expect(await listDemoAccounts(ctx)).toEqual([]);
});
