import "@/server/listeners";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { articles, categories, customers, goldenCases, skillGroups, staff } from "@/db/schema";
import type { StaffRole } from "@/lib/contracts/team";
import { createConversation } from "@/server/conversations/create-conversation";
import { retrieve } from "@/server/knowledge/retrieve";
import { saveCase } from "@/server/quality/evaluation/save-case";
import { addFirstQuestions } from "@/server/settings/add-first-knowledge";
import { forgetSettings, getSettings } from "@/server/settings/get-settings";
import { removeDemo, startOwnNeeds } from "@/server/settings/remove-demo";
import { contextOf, customerOf, staffMember } from "@/tests/support/actors";
import { freshDemoDatabase } from "@/tests/support/demo-database";
import { admin, company, leftOfDemo, signsIn } from "./own-company";

freshDemoDatabase();

const own = { company, admin, confirmation: "Luyu Electronics" };

async function anyone(role: StaffRole) {
  const row = (await db().select().from(staff)).find((person) => person.role === role);
  if (!row) throw new Error(`no ${role}`);
  return contextOf({ kind: "staff", staffId: row.id, role, name: row.name, locale: "en", via: "session" } as const);
}

beforeEach(() => forgetSettings("company"));

test("a demo administrator who starts their own company goes on under their own account, and nothing of the demo is left", async () => {
  const ctx = await anyone("admin");
  expect(await startOwnNeeds({ ctx })).toEqual({ company: true, account: true });
  for (const [input, code] of [
    [{ ...own, confirmation: "something else" }, "confirmation_wrong"],
    [{ ...own, admin: null }, "own_company_missing"],
    [{ ...own, company: null }, "own_company_missing"],
  ] as const) {
    await expect(removeDemo({ ctx, input })).rejects.toMatchObject({ code });
  }
  expect(await db().$count(customers)).toBeGreaterThan(50);
  await removeDemo({ ctx, input: own });
  expect(await leftOfDemo()).toBe(0);
  expect(await signsIn(admin.email, admin.password)).toMatchObject({ id: ctx.actor.staffId });
  expect(await db().$count(staff)).toBe(1);
  expect(await db().$count(skillGroups)).toBe(1);
  expect(await getSettings(db(), "company")).toMatchObject({
    demo: false,
    name: { en: "Acme" },
    phone: "",
    email: "",
    assistantName: { en: "Zhida assistant" },
  });
  await expect(removeDemo({ ctx, input: own })).rejects.toMatchObject({ code: "not_demo" });
  await createConversation({ ctx: await customerOf(), input: { channel: "web" } });
});

test("what the company added to the demo stays when it leaves: people, articles and what they hang on", async () => {
  const ctx = await anyone("admin");
  const colleague = await staffMember("admin", "Real Colleague");
  const entries = [{ question: "Do you ship to Iceland?", answer: "Yes, within nine days." }];
  await addFirstQuestions({ ctx: colleague, input: { locale: "en", entries } });
  await saveCase({
    ctx: colleague,
    input: {
      locale: "en",
      question: "Do you ship to Iceland?",
      earlier: [],
      expected: "ask",
      articleIds: [],
      note: "",
    },
  });
  const [kept] = await db().select().from(categories);
  const [group] = await db().select().from(skillGroups);
  await db().execute(
    sql`update articles set category_id = ${kept?.id} where owner_id is null and slug like '%iceland%'`,
  );
  await db().execute(
    sql`insert into skill_group_members (group_id, staff_id) values (${group?.id}, ${colleague.actor.staffId})`,
  );
  await removeDemo({ ctx, input: own });
  expect((await db().select().from(articles)).map(({ slug }) => slug)).toEqual([expect.stringContaining("iceland")]);
  expect((await db().select().from(goldenCases)).map(({ expected }) => expected)).toEqual(["ask"]);
  expect((await db().select().from(categories)).map(({ id }) => id)).toEqual([kept?.id]);
  expect((await db().select().from(skillGroups)).map(({ id }) => id)).toEqual([group?.id]);
  expect((await db().select().from(staff)).map(({ name }) => name).sort()).toEqual(["Ada", "Real Colleague"]);
  const found = await retrieve({ db: db(), query: "shipping to Iceland", locale: "en" });
  expect(JSON.stringify(found)).toContain("iceland");
});

test("an own colleague can end the demo without a new account, and an address that is taken is refused", async () => {
  const demoAdmin = await anyone("admin");
  const colleague = await staffMember("admin", "Real Colleague");
  const taken = { ...admin, email: "Real.Colleague@luyu.example" };
  await expect(removeDemo({ ctx: demoAdmin, input: { ...own, admin: taken } })).rejects.toMatchObject({
    code: "email_taken",
  });
  expect(await startOwnNeeds({ ctx: colleague })).toEqual({ company: true, account: false });
  await removeDemo({ ctx: colleague, input: { ...own, admin: null } });
  expect((await db().select().from(staff)).map(({ id }) => id)).toEqual([colleague.actor.staffId]);
});
