import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import type { SaveCaseInput } from "@/lib/contracts/evaluation";
import type { ServiceContext, StaffActor } from "@/server/context";
import { archiveCase } from "@/server/quality/evaluation/archive-case";
import { exportCases } from "@/server/quality/evaluation/export-cases";
import { importCases } from "@/server/quality/evaluation/import-cases";
import { listCases } from "@/server/quality/evaluation/list-cases";
import { saveCase } from "@/server/quality/evaluation/save-case";
import { staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";

ownDatabase();

let editor: ServiceContext<StaffActor>;
let agent: ServiceContext<StaffActor>;
let hours = "";

const EMPTY: Omit<SaveCaseInput, "question"> = {
  locale: "en",
  earlier: [],
  expected: "handoff",
  articleIds: [],
  note: "",
};

const write = (question: string, rest: Partial<SaveCaseInput> = {}) =>
  saveCase({ ctx: editor, input: { ...EMPTY, question, ...rest } });

const listed = async () => (await listCases({ ctx: editor, input: {} })).cases.map(({ question }) => question);

beforeAll(async () => {
  editor = await staffMember("editor");
  agent = await staffMember("agent");
  hours = await publishedArticle("Opening hours", "We are open from nine to six.");
  await write("When are you open?", { expected: "article", articleIds: [hours] });
});

describe("the cases", () => {
  it("are written by those who may, once each, about articles there are", async () => {
    const input = { ...EMPTY, question: "x" };
    await expect(saveCase({ ctx: agent, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(write("when are YOU open", { expected: "article", articleIds: [hours] })).rejects.toMatchObject({
      code: "case_exists",
    });
    const stranger = { expected: "article" as const, articleIds: ["art_nobody"] };
    await expect(write("New", stranger)).rejects.toMatchObject({ code: "article_not_found" });
    await expect(write("New", { caseId: "gol_nobody" })).rejects.toMatchObject({ code: "case_not_found" });
  });

  it("are archived and brought back, unless the same was written meanwhile", async () => {
    const { caseId } = await write("Do you rent boats?");
    const archive = (id: string, archived: boolean) => archiveCase({ ctx: editor, input: { caseId: id, archived } });
    await archive(caseId, true);
    expect(await listed()).not.toContain("Do you rent boats?");
    const again = await write("Do you rent boats?");
    await expect(archive(caseId, false)).rejects.toMatchObject({ code: "case_exists" });
    await archive(again.caseId, true);
    await archive(caseId, false);
    expect(await listed()).toContain("Do you rent boats?");
  });

  it("come from a file row by row, by slug, and an export of all of them brings none anew", async () => {
    const [{ slug } = { slug: "" }] = (
      await db().execute<{ slug: string }>(sql`select slug from articles where id = ${hours}`)
    ).rows;
    const text = `question,articles\nUntil when can I come by?,${slug}\nWhen are you open?,${slug}\nWhat?,nowhere\n,${slug}`;
    const report = await importCases({ ctx: editor, input: { name: "a.csv", text, locale: "en" } });
    expect(report).toEqual({
      added: 1,
      refused: [
        { origin: "a.csv:5", reason: "question_missing" },
        { origin: "a.csv:3", reason: "case_exists" },
        { origin: "a.csv:4", reason: "article_not_found" },
      ],
    });
    const { csv } = await exportCases({ ctx: editor });
    const again = await importCases({ ctx: editor, input: { name: "b.csv", text: csv, locale: "zh" } });
    expect(again.added).toBe(0);
    expect(new Set(again.refused.map(({ reason }) => reason))).toEqual(new Set(["case_exists"]));
  });

  it("are listed page by page, each once", async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `Do you sell rocket ${at}?`).join("\n");
    await importCases({ ctx: editor, input: { name: "c.csv", text: `question\n${lines}`, locale: "en" } });
    const first = await listCases({ ctx: editor, input: { text: "ROCKET" } });
    const second = await listCases({ ctx: editor, input: { text: "rocket", cursor: first.next ?? "" } });
    expect([first.cases.length, second.cases.length, second.next]).toEqual([50, 10, null]);
    expect(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size).toBe(60);
    expect((await listCases({ ctx: editor, input: { outcome: "unmeasured", locale: "zh" } })).cases).toEqual([]);
  });
});
