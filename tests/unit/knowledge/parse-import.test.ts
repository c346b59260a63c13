import { describe, expect, it } from "vitest";
import { parseImport } from "@/server/knowledge/parse-import";

const file = (path: string, text: string | Uint8Array) => ({
  path,
  bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
});
const lines = (...records: unknown[]) => records.map((record) => JSON.stringify(record)).join("\n");

describe("parseImport", () => {
  it("takes JSON lines: ids become text, blank counts as absent, no answer answers with the title", () => {
    const { entries, refused } = parseImport([
      file(
        "kb.jsonl",
        lines(
          { id: 0, title: "First?", text: "" },
          {
            id: "b",
            question: "怎么退货",
            similar: ["如何退货", " ", "怎么退货"],
            answer: "七天内可退。",
            category: " ",
          },
        ),
      ),
    ]);
    expect(refused).toEqual([]);
    expect(entries[0]).toMatchObject({
      externalId: "0",
      title: "First?",
      body: "First?",
      questions: [],
      category: null,
    });
    expect(entries[1]).toMatchObject({ externalId: "b", questions: ["如何退货"], body: "七天内可退。", kind: "qa" });
  });

  it("refuses what it cannot take, each with its place and reason, and takes the rest", () => {
    const { entries, refused } = parseImport([
      file(
        "kb.jsonl",
        `${lines({ id: 1, title: "ok" })}\nnot json\n${lines([], { id: 2 }, { id: 1, title: "again" }, { title: "x\u0000" }, { title: {} })}`,
      ),
      file("notes.docx", "x"),
      file("bad.md", "---\ntitle: [\n---\nbody"),
    ]);
    expect(entries.map(({ title }) => title)).toEqual(["ok"]);
    expect(refused).toEqual([
      { origin: "kb.jsonl:2", reason: "not_json" },
      { origin: "kb.jsonl:3", reason: "not_an_object" },
      { origin: "kb.jsonl:4", reason: "empty" },
      { origin: "kb.jsonl:5", reason: "duplicate_id" },
      { origin: "kb.jsonl:6", reason: "nul" },
      { origin: "kb.jsonl:7", reason: "not_text" },
      { origin: "notes.docx", reason: "unknown_type" },
      { origin: "bad.md", reason: "front_matter" },
    ]);
  });

  it("takes variants and whom they are for, as lists or in one cell, and refuses circumstances that do not exist", () => {
    const { entries, refused } = parseImport([
      file(
        "setup/pair-ios.en.md",
        "---\ntitle: On iPhone\nvariantOf: pair\nappliesTo:\n  platform: [ios]\n---\nTap.\n",
      ),
      file("kb.csv", 'id,title,text,variant_of,applies_to\n7,Far,Slow,3,"region: CN-XJ|CN-XZ; tier: gold"\n'),
      file("kb.jsonl", lines({ id: 8, title: "x", appliesTo: { platform: ["amiga"] } })),
    ]);
    expect(entries.map(({ variantOf, appliesTo }) => ({ variantOf, appliesTo }))).toEqual([
      { variantOf: "pair", appliesTo: { platform: ["ios"] } },
      { variantOf: "3", appliesTo: { region: ["CN-XJ", "CN-XZ"], tier: ["gold"] } },
    ]);
    expect(refused).toEqual([{ origin: "kb.jsonl:1", reason: "applies_to" }]);
  });

  it("takes the category, address and language of an article from its path", () => {
    const { entries } = parseImport([
      file(
        "orders/cancel-order.en.md",
        "---\ntitle: How do I cancel?\nquestions:\n  - stop it\npopular: 3\n---\nUntil it ships.\n",
      ),
      file("orders/cancel-order.zh.md", "---\ntitle: 怎么取消订单\n---\n发货前可以取消。\n"),
    ]);
    const shared = { slug: "cancel-order", category: "orders", externalId: null, kind: "article" };
    expect(entries[0]).toMatchObject({ ...shared, locale: "en", questions: ["stop it"], popularPosition: 3 });
    expect(entries[0]?.body).toBe("Until it ships.");
    expect(entries[1]).toMatchObject({ ...shared, locale: "zh", popularPosition: null });
  });

  it("takes the title of plain Markdown from its first heading", () => {
    const { entries } = parseImport([file("How to reset.md", "# Resetting\n\nHold the button.\n")]);
    expect(entries[0]).toMatchObject({
      title: "Resetting",
      body: "Hold the button.",
      slug: "how-to-reset",
      category: null,
    });
  });

  it("takes CSV with a byte-order mark, Chinese column names and several questions in one cell", () => {
    const { entries } = parseImport([
      file("kb.csv", '\uFEFF编号,问题,相似问题,答案\n7,怎么开发票,"开票|发票怎么开","在""我的订单""里开。"\n'),
    ]);
    expect(entries[0]).toMatchObject({
      externalId: "7",
      title: "怎么开发票",
      questions: ["开票", "发票怎么开"],
      body: '在"我的订单"里开。',
      locale: "zh",
    });
  });

  it("refuses a CSV row that was cut at a comma, by the line it begins on, and takes short and padded ones", () => {
    const rows = [
      "id,title,text",
      '1,"Two\r\nlines","and\nthree"',
      "",
      "2,How long?,Two days, usually, unless it snows",
      '3,"Where',
      'to?",Here,there',
      "4,Padded,Yes,, ",
      "5,Short",
    ];
    const { entries, refused } = parseImport([file("kb.csv", rows.join("\n"))]);
    expect(entries.map(({ origin, title }) => [origin, title])).toEqual([
      ["kb.csv:2", "Two lines"],
      ["kb.csv:9", "Padded"],
      ["kb.csv:10", "Short"],
    ]);
    expect(refused).toEqual([
      { origin: "kb.csv:6", reason: "too_many_cells" },
      { origin: "kb.csv:7", reason: "too_many_cells" },
    ]);
  });

  it("reads a file in GB 18030 as the same text", () => {
    const bytes = Uint8Array.from([0xce, 0xca, 0xcc, 0xe2, 0x0a, 0xcd, 0xcb, 0xbb, 0xf5, 0x0a]);
    expect(parseImport([file("kb.csv", bytes)]).entries[0]?.title).toBe("退货");
  });

  it("gives a whole file one language by its script, unless one is named", () => {
    const records = lines(
      { title: "VIP?" },
      { title: "会员怎么升级" },
      { title: "Where is my parcel", locale: "en-US" },
    );
    const locales = (locale?: "en") =>
      parseImport([file("a.jsonl", records)], locale).entries.map((entry) => entry.locale);
    expect(locales()).toEqual(["zh", "zh", "en"]);
    expect(locales("en")).toEqual(["en", "en", "en"]);
  });
});
