import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Passage } from "@/lib/contracts/knowledge";
import { composeOffline, phrases } from "@/server/ai/compose-offline";
import { leadWithFact } from "@/server/assistant/lead-with-fact";

const passage = (changes: Partial<Passage>): Passage => ({
  articleId: "a",
  externalId: null,
  slug: "refund-times",
  locale: "en",
  title: "Refund times",
  versionId: "v",
  chunkId: "section",
  headingPath: ["Cards"],
  text: "## Cards\n\nCards take 5–10 days.",
  more: [{ chunkId: "lead", headingPath: [], text: "Refunds take 3–5 days.\n" }],
  question: "How long?",
  score: 1,
  confidence: 1,
  ...changes,
});

describe("the offline answer", () => {
  it.each([
    ["a figure", "For example, a robot at ¥2,499.50 costs ¥15.62 a period."],
    ["an address", "Write to help@shop.example or see shop.example/help and name the order."],
    ["a version", "Version 4.2.1 of the app is needed."],
  ])("keeps a sentence with %s whole when it shortens", (_, sentence) => {
    const filler = "This tells more than there is room for. ".repeat(30);
    const text = `${sentence} ${filler}`;
    expect(composeOffline([{ number: 1, text }]).startsWith(`${sentence} This tells`)).toBe(true);
  });

  it("leads with the article's opening when its question was met, and the matched section follows", () => {
    const led = leadWithFact(passage({}), "How long?");
    expect(composeOffline([{ number: 1, text: led.text }])).toBe("Refunds take 3–5 days. [1]\n\nCards take 5–10 days.");
    expect(led).toMatchObject({ chunkId: "lead", headingPath: [] });
  });

  it.each([
    ["Refund times?", "Refunds take 3–5 days. [1]\n\nCards take 5–10 days."],
    ["refund how many days", "Refunds take 3–5 days. [1]\n\nCards take 5–10 days."],
    ["refund to my cards", "Cards take 5–10 days. [1]"],
  ])("leads with the opening where the section says no more of what was asked: %s", (question, answer) => {
    const led = leadWithFact(passage({ question: null }), question);
    expect(composeOffline([{ number: 1, text: led.text }])).toBe(answer);
  });

  it("speaks from the section when a section was met", () => {
    const led = leadWithFact(passage({ question: null }), "How long with cards?");
    expect(composeOffline([{ number: 1, text: led.text }])).toBe("Cards take 5–10 days. [1]");
  });

  it("does not begin with a bare table: the article's opening comes before a section that is one", () => {
    const led = leadWithFact(
      passage({ question: null, text: "## Cards\n\n| a | b |\n| --- | --- |\n| 1 | 2 |" }),
      "with cards?",
    );
    expect(composeOffline([{ number: 1, text: led.text }])).toMatch(/^Refunds take 3–5 days\. \[1\]\n\n\| a/);
    expect(led.chunkId).toBe("section");
  });

  it("cuts prose at a sentence and keeps tables and lists whole", () => {
    const table = "| a | b |\n| --- | --- |\n| 1 | 2 |";
    expect(composeOffline([{ number: 2, text: `# T\n\n${table}\n\nAfter it.` }])).toBe(`${table}\n\n[2]\n\nAfter it.`);
    const long = `${"One sentence of some length. ".repeat(80)}`;
    const text = composeOffline([{ number: 1, text: `Fact.\n\n${long}` }]);
    expect(text.length).toBeLessThan(600);
    expect(text.trimEnd().endsWith(".")).toBe(true);
  });

  it.each([
    ["English", "You return it after 2 repayments:", "This tells more than there is room for. "],
    ["Chinese", "已还 2 期后退货：", "这里说的比放得下的多一些。"],
  ])(
    "quotes a list with the sentence that leads it in, whatever it leaves out before that, in %s",
    (_, leadIn, more) => {
      const list = "1. The rest is cancelled.\n2. What was repaid comes back.";
      const prose = more.repeat(40);
      expect(composeOffline([{ number: 1, text: `Fact.\n\n${prose}${leadIn}\n\n${list}` }])).toMatch(
        new RegExp(`${leadIn}\n\n1\\. The rest.*\n2\\. What was repaid comes back\\.$`),
      );
      expect(composeOffline([{ number: 1, text: `${prose}${leadIn}\n\n${list}` }])).toContain(`${leadIn} [1]`);
    },
  );

  it("lets a last sentence go that leads nothing in", () => {
    const prose = "This tells more than there is room for. ".repeat(40);
    for (const text of [`Fact.\n\n${prose}The end.\n\n- One.`, `Fact.\n\n${prose}The end:\n\nMore.`]) {
      expect(composeOffline([{ number: 1, text }])).not.toContain("The end");
    }
  });

  it("cites behind the last point of a list, never on a line of its own", () => {
    const list = "1. Reset both.\n2. Pair them again.";
    expect(composeOffline([{ number: 1, text: `${list}\n\nAfter it.` }])).toBe(`${list} [1]\n\nAfter it.`);
    expect(composeOffline([{ number: 1, text: "- Reset both,\n  if you can." }])).toMatch(/can\.\n\n\[1\]$/);
  });

  it("says nothing without a source", () => {
    expect(composeOffline([])).toBe("");
  });

  it("is streamed in phrases that join to the text, whatever it holds", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => phrases(text).join("") === text));
  });
});
