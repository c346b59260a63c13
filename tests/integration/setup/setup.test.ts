import "@/server/listeners";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { articles, calendars, conversations, customers, inboxes, settings, skillGroups, staff } from "@/db/schema";
import { seedDemo } from "@/db/seed/demo";
import { verifyCredentials } from "@/server/auth/verify-credentials";
import { createConversation } from "@/server/conversations/create-conversation";
import { addFirstQuestions, addSampleArticles } from "@/server/settings/add-first-knowledge";
import { completeSetup, isSetupOpen } from "@/server/settings/complete-setup";
import { forgetSettings, getSettings } from "@/server/settings/get-settings";
import { removeDemo } from "@/server/settings/remove-demo";
import { contextOf, customerOf, NOW } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

const TOKEN = "setup-token-of-this-test";
process.env.SETUP_TOKEN = TOKEN;

ownDatabase();

const nobody = contextOf({ kind: "anonymous" });
const company = {
  locale: "en",
  timeZone: "Europe/Berlin",
  companyName: "Acme",
  days: [1, 2, 3],
  from: 540,
  to: 1080,
} as const;
const admin = { name: "Ada", email: "ada@acme.test", password: "a long enough password" };
const input = { token: TOKEN, company: { ...company, days: [...company.days] }, admin };
const adminContext = (staffId: string) =>
  contextOf({ kind: "staff", staffId, role: "admin", name: "Ada", locale: "en", via: "session" } as const);

beforeEach(async () => {
  await db().execute(
    sql`truncate staff, settings, inboxes, calendars, skill_groups, customers, articles, teams cascade`,
  );
  forgetSettings("company");
});

test("setup makes the company, its hours, an inbox for every channel and the first administrator", async () => {
  expect(await isSetupOpen(nobody)).toBe(true);
  const { staffId } = await completeSetup({ ctx: nobody, input });
  expect(await isSetupOpen(nobody)).toBe(false);
  expect(await verifyCredentials({ db: db(), now: NOW }, { ...admin, address: null })).toMatchObject({ id: staffId });
  expect(await getSettings(db(), "company")).toMatchObject({
    name: { zh: "Acme", en: "Acme" },
    timeZone: "Europe/Berlin",
    demo: false,
  });
  expect((await db().select().from(inboxes)).map(({ channel }) => channel).sort()).toEqual(["api", "email", "web"]);
  const [calendar] = await db().select().from(calendars);
  expect(calendar?.hours.weekly).toMatchObject({ 0: [], 1: [{ from: 540, to: 1080 }], 4: [] });
  expect(await db().$count(skillGroups)).toBe(1);
  await createConversation({ ctx: await customerOf(), input: { channel: "web" } });
});

test("a wrong token, or a second setup, makes nothing", async () => {
  await expect(completeSetup({ ctx: nobody, input: { ...input, token: "guess" } })).rejects.toMatchObject({
    code: "setup_token_wrong",
  });
  expect(await db().$count(staff)).toBe(0);
  await completeSetup({ ctx: nobody, input });
  const again = { ...input, admin: { ...admin, email: "eve@acme.test" } };
  await expect(completeSetup({ ctx: nobody, input: again })).rejects.toMatchObject({ code: "setup_done" });
  expect(await db().$count(staff)).toBe(1);
});

test("two setups at once make one company", async () => {
  const other = { ...input, admin: { ...admin, email: "eve@acme.test" } };
  const outcomes = await Promise.allSettled([
    completeSetup({ ctx: nobody, input }),
    completeSetup({ ctx: nobody, input: other }),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().$count(staff)).toBe(1);
  expect(await db().$count(inboxes)).toBe(3);
});

test("the first questions are published; half-filled pairs are left out", async () => {
  const ctx = adminContext((await completeSetup({ ctx: nobody, input })).staffId);
  const entries = [
    { question: "When do you ship?", answer: "Within two days." },
    { question: "No answer yet", answer: "" },
  ];
  expect(await addFirstQuestions({ ctx, input: { locale: "en", entries } })).toEqual({ question: "When do you ship?" });
  expect(await db().$count(articles)).toBe(1);
  await expect(addFirstQuestions({ ctx, input: { locale: "en", entries: entries.slice(1) } })).rejects.toMatchObject({
    code: "questions_missing",
  });
});

test("the sample articles can be published in both languages", async () => {
  const ctx = adminContext((await completeSetup({ ctx: nobody, input })).staffId);
  await addSampleArticles({ ctx });
  expect(await db().$count(articles)).toBeGreaterThan(20);
});

test("starting with one's own removes everything of the demo and keeps the administrator under a new account", async () => {
  await seedDemo({ db: db(), anchor: NOW, password: "demo password" });
  const demoAdmin = (await db().select().from(staff)).find(({ role }) => role === "admin") ?? expect.fail("no admin");
  const ctx = adminContext(demoAdmin.id);
  const own = { company: input.company, admin };
  await expect(removeDemo({ ctx, input: { ...own, confirmation: "something else" } })).rejects.toMatchObject({
    code: "confirmation_wrong",
  });
  expect(await db().$count(customers)).toBeGreaterThan(50);
  await removeDemo({ ctx, input: { ...own, confirmation: (await getSettings(db(), "company")).name.en } });
  const counts = await Promise.all([customers, conversations, articles].map((table) => db().$count(table)));
  expect(counts).toEqual([0, 0, 0]);
  expect(await verifyCredentials({ db: db(), now: NOW }, { ...admin, address: null })).toMatchObject({
    id: demoAdmin.id,
  });
  expect(await db().$count(staff)).toBe(1);
  expect(await getSettings(db(), "company")).toMatchObject({ demo: false, name: { en: "Acme" } });
  expect((await db().select().from(settings)).map(({ subject }) => subject)).not.toContain(undefined);
  await expect(removeDemo({ ctx, input: { ...own, confirmation: "Acme" } })).rejects.toMatchObject({
    code: "not_demo",
  });
  await createConversation({ ctx: await customerOf(), input: { channel: "web" } });
});
