import "@/server/listeners";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { articles, calendars, conversations, inboxes, skillGroups, staff } from "@/db/schema";
import { verifyCredentials } from "@/server/auth/verify-credentials";
import { createConversation } from "@/server/conversations/create-conversation";
import { popularQuestions } from "@/server/knowledge/list-published-articles";
import { addFirstQuestions, importFirstFiles } from "@/server/settings/add-first-knowledge";
import { completeSetup } from "@/server/settings/complete-setup";
import { dismissFirstSteps, getFirstSteps } from "@/server/settings/first-steps";
import { forgetSettings, getSettings } from "@/server/settings/get-settings";
import { isSetupOpen } from "@/server/settings/is-setup-open";
import { contextOf, customerOf, NOW, staffMember } from "@/tests/support/actors";
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
  for (const subject of ["company", "firstSteps"] as const) forgetSettings(subject);
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
  expect(await popularQuestions({ ctx: nobody, input: { locale: "en", limit: 4 } })).toMatchObject([
    { title: "When do you ship?" },
  ]);
  expect(await db().$count(articles)).toBe(1);
  await expect(addFirstQuestions({ ctx, input: { locale: "en", entries: entries.slice(1) } })).rejects.toMatchObject({
    code: "questions_missing",
  });
});

test("files are published as they are, and what cannot be read is named", async () => {
  const ctx = adminContext((await completeSetup({ ctx: nobody, input })).staffId);
  const file = (path: string, text: string) => ({ path, base64: Buffer.from(text).toString("base64") });
  const files = [file("help/refunds.en.md", "# Refunds\n\nThree days."), file("help/picture.png", "not a picture")];
  const report = await importFirstFiles({ ctx, input: { files } });
  expect(report).toMatchObject({ created: 1, refused: [{ origin: "help/picture.png", reason: "unknown_type" }] });
  expect(await db().$count(articles)).toBe(1);
});

test("the first steps are done one by one, and are put away only when all are", async () => {
  const ctx = adminContext((await completeSetup({ ctx: nobody, input })).staffId);
  expect(await getFirstSteps({ ctx })).toEqual({
    company: true,
    article: false,
    colleague: false,
    conversation: false,
  });
  await expect(dismissFirstSteps({ ctx })).rejects.toMatchObject({ code: "steps_left" });
  const entries = [{ question: "When do you ship?", answer: "Within two days." }];
  await addFirstQuestions({ ctx, input: { locale: "en", entries } });
  await staffMember("agent");
  const { id } = await createConversation({ ctx: await customerOf(), input: { channel: "web" } });
  await db().update(conversations).set({ firstRepliedAt: NOW }).where(eq(conversations.id, id));
  expect(await getFirstSteps({ ctx })).toEqual({ company: true, article: true, colleague: true, conversation: true });
  await dismissFirstSteps({ ctx });
  expect(await getFirstSteps({ ctx })).toBeNull();
});
