import { describe, expect, it } from "vitest";
import { CASE_NOTE_LIMIT, CASE_TEXT_LIMIT, EARLIER_LIMIT } from "@/lib/contracts/evaluation";
import { csvText } from "@/server/quality/evaluation/csv-rows";
import { parseCases } from "@/server/quality/evaluation/parse-cases";

const read = (text: string) => parseCases({ name: "set", text }, "en");

describe("a golden set in a file", () => {
  it("is read from CSV: several values between bars, the language and expectation where they are left out", () => {
    const csv =
      "question,locale,earlier,articles,note\nAnd a year?,,How much a month?|Thanks,plus-price|member-tiers,n\n在吗,zh-CN,,,\n";
    expect(read(csv)).toEqual({
      entries: [
        {
          origin: "set:2",
          locale: "en",
          question: "And a year?",
          earlier: ["How much a month?", "Thanks"],
          expected: "article",
          articles: ["plus-price", "member-tiers"],
          note: "n",
        },
        { origin: "set:3", locale: "zh", question: "在吗", earlier: [], expected: "handoff", articles: [], note: "" },
      ],
      refused: [],
    });
  });

  it("is read from JSON lines, with Chinese names of fields, blank lines and a byte order mark", () => {
    const text =
      '\uFEFF{"问题":"退款多久","文章":["refund-times"],"语言":"zh"}\n\n{"question":"Which one?","expected":"ask"}';
    const { entries, refused } = read(text);
    expect(refused).toEqual([]);
    expect(entries.map(({ question, locale, expected, articles }) => [question, locale, expected, articles])).toEqual([
      ["退款多久", "zh", "article", ["refund-times"]],
      ["Which one?", "en", "ask", []],
    ]);
  });

  it.each([
    ["not_json", '{"question":"a"}\n{"question'],
    ["not_an_object", '{"question":"a"}\n[1]'],
    ["question_missing", '{"question":"  "}'],
    ["question_missing", '{"question":5}'],
    ["question_missing", '{"question":"a\\u0000"}'],
    ["too_long", JSON.stringify({ question: "x".repeat(CASE_TEXT_LIMIT + 1) })],
    ["too_many_turns", JSON.stringify({ question: "a", earlier: Array(EARLIER_LIMIT + 1).fill("b") })],
    ["note", JSON.stringify({ question: "a", note: "x".repeat(CASE_NOTE_LIMIT + 1) })],
    ["unknown_locale", '{"question":"a","locale":"fr"}'],
    ["unknown_expectation", '{"question":"a","expected":"maybe"}'],
    ["articles_missing", '{"question":"a","expected":"article"}'],
    ["articles_missing", '{"question":"a","expected":"handoff","articles":"x"}'],
    ["not_csv", 'question\n"never closed'],
  ])("says %s of a row that cannot be taken, and takes the others", (reason, text) => {
    expect(read(text).refused.map((row) => row.reason)).toEqual([reason]);
  });
});

describe("an exported golden set", () => {
  it("runs nothing in a spreadsheet, and reads back as it was", () => {
    const question = '=HYPERLINK("http://evil.example"),a\n"b"';
    const csv = csvText([["question"], [question], ["@sum"], ["+1 or -1"], ["plain"]]);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example""),a`);
    expect(csv).not.toMatch(/(^|[\n,])"?[=+\-@]/);
    expect(read(csv).entries.map((entry) => entry.question)).toEqual([question, "@sum", "+1 or -1", "plain"]);
  });
});
