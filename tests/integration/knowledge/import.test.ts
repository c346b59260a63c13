import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { getArticle } from "@/server/knowledge/get-article";
import { importKnowledge } from "@/server/knowledge/import-knowledge";
import { listCategories } from "@/server/knowledge/list-categories";
import { parseImport } from "@/server/knowledge/parse-import";
import { reorderCategory } from "@/server/knowledge/reorder-category";
import { retrieve } from "@/server/knowledge/retrieve";
import { saveCategory } from "@/server/knowledge/save-category";
import { contextOf, NOW, staffMember } from "@/tests/support/actors";
import { ownDatabase } from "@/tests/support/database";

ownDatabase();

const visitor = () => contextOf({ kind: "anonymous" });

function importText(path: string, text: string) {
  const { entries, refused } = parseImport([{ path, bytes: new TextEncoder().encode(text) }]);
  expect(refused).toEqual([]);
  return importKnowledge({ ctx: contextOf({ kind: "system" }), input: { entries } });
}

const entry = (id: unknown, question: string, answer = "", similar: string[] = []) =>
  JSON.stringify({ id, question, answer, similar });

describe("importKnowledge", () => {
  it("makes every entry answerable and keeps its id", async () => {
    const counts = await importText(
      "kb.jsonl",
      [entry(0, "How long does the kiwi warranty last?"), entry(1, "Where is the mango office?", "In Lyon.")].join(
        "\n",
      ),
    );
    expect(counts).toEqual({ created: 2, updated: 0, unchanged: 0 });
    const [first] = await retrieve({ db: db(), query: "mango office where", locale: "en", now: NOW });
    expect(first).toMatchObject({ externalId: "1", text: "In Lyon." });
    const [own] = await retrieve({ db: db(), query: "how long does the kiwi warranty last", locale: "en", now: NOW });
    expect(own).toMatchObject({ externalId: "0", text: "How long does the kiwi warranty last?", confidence: 1 });
  });

  it("changes only what differs when it is run again", async () => {
    const counts = await importText(
      "kb.jsonl",
      [
        entry(0, "How long does the kiwi warranty last?"),
        entry(1, "Where is the mango office?", "In Porto.", ["mango headquarters"]),
        entry(2, "Is there a papaya app?", "Yes."),
      ].join("\n"),
    );
    expect(counts).toEqual({ created: 1, updated: 1, unchanged: 1 });
    const [moved] = await retrieve({ db: db(), query: "mango headquarters", locale: "en", now: NOW });
    expect(moved).toMatchObject({ externalId: "1", text: "In Porto." });
    const { rows } = await db().execute(sql`select count(*)::int as n from articles where external_id = '1'`);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("makes one article of two languages of one address, in the category of its folder", async () => {
    await importText("fruit/peel-lychee.en.md", "---\ntitle: How to peel a lychee\n---\nWith your nails.\n");
    await importText("fruit/peel-lychee.zh.md", "---\ntitle: 荔枝怎么剥\n---\n用指甲剥开。\n");
    const english = await getArticle({ ctx: visitor(), input: { slug: "peel-lychee", locale: "en" } });
    const chinese = await getArticle({ ctx: visitor(), input: { slug: "peel-lychee", locale: "zh" } });
    expect(chinese.articleId).toBe(english.articleId);
    expect(english.locales).toEqual(["en", "zh"]);
    const [category] = await listCategories({ ctx: visitor(), input: { locale: "zh" } });
    expect(category).toMatchObject({ slug: "fruit", articles: 1 });
  });

  it("takes 500 entries in one go, each of them findable by its own words", async () => {
    const records = Array.from({ length: 500 }, (_, at) =>
      entry(`n${at}`, `What does error code X${1000 + at} mean?`, `Fault ${at}.`),
    );
    expect(await importText("codes.jsonl", records.join("\n"))).toMatchObject({ created: 500 });
    for (const at of [0, 250, 499]) {
      const [hit] = await retrieve({ db: db(), query: `error X${1000 + at}`, locale: "en", now: NOW });
      expect(hit?.externalId).toBe(`n${at}`);
    }
  });

  it("gives entries of one title addresses of their own, however often it comes back", async () => {
    const same = (from: number) =>
      Array.from({ length: 250 }, (_, at) =>
        entry(`same${from + at}`, at % 2 ? "Twin title" : "Twin title 7", `${from + at}`),
      );
    expect(await importText("a.jsonl", same(0).join("\n"))).toMatchObject({ created: 250 });
    expect(await importText("b.jsonl", same(250).join("\n"))).toMatchObject({ created: 250 });
    const { rows } = await db().execute(
      sql`select count(distinct slug)::int as n from articles where slug like 'twin-title%'`,
    );
    expect(rows).toEqual([{ n: 500 }]);
  });

  it("puts variants below the article they name, wherever it stands in the import", async () => {
    const variant = {
      id: "pear-ios",
      title: "Pears on iPhone",
      text: "Tap the pear.",
      variantOf: "pear",
      appliesTo: { platform: ["ios"] },
    };
    await importText("pears.jsonl", [JSON.stringify(variant), entry("pear", "Pears", "Eat the pear.")].join("\n"));
    const page = await getArticle({ ctx: visitor(), input: { slug: "pears", locale: "en" } });
    expect(page.family).toMatchObject([
      { title: "Pears", general: true },
      { title: "Pears on iPhone", appliesTo: { platform: ["ios"] } },
    ]);
    const lost = JSON.stringify({ ...variant, id: "lost", title: "Lost", variantOf: "nothing" });
    await expect(importText("lost.jsonl", lost)).rejects.toMatchObject({ code: "variant_of_unknown" });
  });

  it("refuses visitors and agents", async () => {
    const agent = await staffMember("agent");
    await expect(importKnowledge({ ctx: visitor(), input: { entries: [] } })).rejects.toMatchObject({
      kind: "unauthorized",
    });
    await expect(importKnowledge({ ctx: agent, input: { entries: [] } })).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("categories", () => {
  it("move anywhere but below themselves, and keep their order", async () => {
    const editor = await staffMember("editor");
    const make = (slug: string) => saveCategory({ ctx: editor, input: { slug, names: { en: slug } } });
    const [one, two, three] = [await make("one"), await make("two"), await make("three")];
    const move = (categoryId: string, parentId: string | null, position: number) =>
      reorderCategory({ ctx: editor, input: { categoryId, parentId, position } });
    await move(two.id, one.id, 0);
    await move(three.id, one.id, 0);
    await expect(move(one.id, three.id, 0)).rejects.toMatchObject({ code: "category_cycle" });
    await expect(move(one.id, one.id, 0)).rejects.toMatchObject({ code: "category_cycle" });
    const tree = await listCategories({ ctx: visitor(), input: { locale: "en" } });
    const root = tree.find(({ slug }) => slug === "one");
    expect(root?.children.map(({ slug }) => slug)).toEqual(["three", "two"]);
    await expect(make("one")).rejects.toMatchObject({ code: "slug_taken" });
  });
});
