import { describe, expect, it } from "vitest";
import { changedRange, markArticle } from "@/components/knowledge/block-edit";
import { categoryMoves } from "@/components/knowledge/category-moves";
import { addQuestions, moveBy, questionLines } from "@/components/knowledge/question-lines";
import { languageState } from "@/components/knowledge/version-mark";
import { fromWallTime, toWallTime } from "@/components/knowledge/wall-time";
import { foldUnchanged, wordDifference } from "@/components/knowledge/word-difference";
import type { CategoryNode } from "@/lib/contracts/knowledge";

const COLUMNS = ["One", "Two"] as const;

describe("the difference of two versions", () => {
  it.each([
    ["en", "Refunds take three days.", "Refunds take five working days.", ["three"], ["five", "working"]],
    ["zh", "退款三天到账。", "退款五天到账。", ["三"], ["五"]],
  ])("in %s is shown in words and gives both texts back", (locale, before, after, removed, added) => {
    const parts = wordDifference(before, after, locale);
    const without = (kind: string) =>
      parts
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join("");
    expect(without("added")).toBe(before);
    expect(without("removed")).toBe(after);
    for (const [kind, words] of [
      ["removed", removed],
      ["added", added],
    ] as const) {
      const found = parts
        .filter((part) => part.kind === kind)
        .map(({ text }) => text)
        .join("");
      for (const word of words) expect(found).toContain(word);
    }
    expect(parts.some(({ kind }) => kind === "same")).toBe(true);
  });

  it("of two unrelated long texts comes line by line and still gives both back", () => {
    const text = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at * 7}`).join(" ");
    const parts = wordDifference(text("a"), text("b"), "en");
    expect(
      parts
        .filter(({ kind }) => kind !== "added")
        .map(({ text: some }) => some)
        .join(""),
    ).toBe(text("a"));
  });

  it("leaves out the middle of long unchanged stretches and says how much", () => {
    const lines = Array.from({ length: 40 }, (_, at) => `line ${at}`).join("\n");
    const shown = foldUnchanged(wordDifference(`old\n${lines}`, `new\n${lines}`, "en"));
    const [hidden] = shown.filter((part) => part.kind === "left_out");
    expect(hidden?.lines).toBeGreaterThan(30);
    expect(shown.filter((part) => part.kind === "same").length).toBeGreaterThan(0);
  });
});

describe("times on the company's clocks", () => {
  it("come back as the same instant", () => {
    const at = new Date("2026-11-21T01:30:00Z");
    expect(toWallTime(at, "Asia/Shanghai")).toBe("2026-11-21T09:30");
    expect(fromWallTime("2026-11-21T09:30", "Asia/Shanghai")).toEqual(at);
    expect(fromWallTime("2026-07-01T12:00", "Europe/Berlin")).toEqual(new Date("2026-07-01T10:00:00Z"));
  });

  it("that summer time skips are after the gap, those that come twice are the first", () => {
    expect(fromWallTime("2026-03-29T02:30", "Europe/Berlin")).toEqual(new Date("2026-03-29T01:30:00Z"));
    expect(fromWallTime("2026-10-25T02:30", "Europe/Berlin")).toEqual(new Date("2026-10-25T00:30:00Z"));
  });

  it("that are none are null", () => {
    for (const text of ["", "tomorrow", "2026-99-99T10:00"]) expect(fromWallTime(text, "UTC")).toBeNull();
  });
});

describe("similar questions", () => {
  it("are pasted one a line, without list marks, without repeating any", () => {
    const pasted = questionLines("1. 多久到账？\r\n- 退款 3-5 天吗\n\n • When?  \n");
    expect(pasted).toEqual(["多久到账？", "退款 3-5 天吗", "When?"]);
    expect(addQuestions(["When?"], pasted)).toEqual(["When?", "多久到账？", "退款 3-5 天吗"]);
  });

  it("move within the list and stop at its ends", () => {
    expect(moveBy(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moveBy(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  });
});

describe("marks of the article's Markdown", () => {
  const at = (text: string, start = text.length, end = start) => ({ text, start, end });
  it("a heading goes through section, subsection and plain text", () => {
    const once = markArticle(at("Steps"), "heading", COLUMNS);
    const twice = markArticle(once, "heading", COLUMNS);
    expect([once.text, twice.text, markArticle(twice, "heading", COLUMNS).text]).toEqual([
      "## Steps",
      "### Steps",
      "Steps",
    ]);
  });

  it("a table stands as a block of its own with its first column to type over", () => {
    const { text, start, end } = markArticle(at("before\nafter", 6), "table", COLUMNS);
    expect(text).toBe("before\n\n| One | Two |\n| --- | --- |\n|  |  |\n\nafter");
    expect(text.slice(start, end)).toBe("One");
  });

  it("only the changed stretch is typed over", () => {
    expect(changedRange("a b c", "a **b** c")).toEqual({ from: 2, to: 3, text: "**b**" });
    expect(changedRange("aa", "aaa")).toEqual({ from: 2, to: 2, text: "a" });
  });
});

describe("moves of a category", () => {
  const node = (id: string, children: CategoryNode[] = []): CategoryNode => ({
    id,
    slug: id,
    name: id,
    names: {},
    articles: 0,
    children,
  });
  const tree = [node("a", [node("a1")]), node("b"), node("c")];
  it("are those the tree has room for", () => {
    expect(Object.keys(categoryMoves(tree, "a"))).toEqual(["down"]);
    expect(categoryMoves(tree, "b")).toEqual({
      up: { parentId: null, position: 0 },
      down: { parentId: null, position: 2 },
      into: { parentId: "a", position: 1 },
    });
    expect(categoryMoves(tree, "a1")).toEqual({ out: { parentId: null, position: 1 } });
    expect(categoryMoves(tree, "gone")).toEqual({});
  });
});

describe("the state of a language", () => {
  it("tells drafts, what is out, and newer words waiting apart", () => {
    expect(languageState([])).toBe("missing");
    expect(languageState(["draft"])).toBe("draft");
    expect(languageState(["draft"], true)).toBe("scheduled");
    expect(languageState(["draft", "published", "archived"])).toBe("changed");
    expect(languageState(["published", "archived"])).toBe("published");
    expect(languageState(["archived"])).toBe("archived");
  });
});
