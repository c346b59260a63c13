import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnswerBlock, type AnswerInline, parseAnswer } from "@/lib/text/parse-answer";

function runsOf(block: AnswerBlock): AnswerInline[] {
  if (block.type === "code") return [{ type: "text", text: block.text }];
  if (block.type === "list") return block.items.flat();
  return block.type === "table" ? [...block.head, ...block.rows.flat()].flat() : block.content;
}

const pieces = fc.constantFrom(
  "**",
  "`",
  "```",
  "[1]",
  "[x](",
  "javascript:alert(1)",
  "data:text/html,x",
  "//evil.example",
  "/\\evil.example",
  "https://a.example/b",
  "http://a.example",
  "/zh/articles/a#b",
  "article:refund-times",
  ")",
  "![i](",
  "<script>",
  "<img src=x onerror=alert(1)>",
  "| a | b |",
  "\n| --- | --- |\n",
  "\n- ",
  "\n1. ",
  "\n\n",
  "# ",
  "> ",
  "退款",
  " ",
  "\\",
  "]",
  "[",
);
const markdown = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
);
const options = { articleHref: (slug: string) => `/zh/articles/${slug}` };

describe("parseAnswer", () => {
  it("never throws, and links only to this site or to https", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const run of parseAnswer(text, options).flatMap(runsOf)) {
          if (run.type !== "link") continue;
          expect(run.href).toMatch(/^(https:\/\/|\/(?![/\\])|[#?])/);
        }
      }),
    );
  });
  it("keeps every letter of what it does not understand", () => {
    const html = '<img src=x onerror="alert(1)"> <b>3*5</b> #A1029';
    expect(parseAnswer(html)).toEqual([{ type: "paragraph", content: [{ type: "text", text: html }] }]);
  });
  it("reads bold, code, citations and links to articles", () => {
    const [paragraph] = parseAnswer("**3–5 天** `A1` 见[退款](article:refund-times) [2]", options);
    expect(paragraph).toEqual({
      type: "paragraph",
      content: [
        { type: "strong", text: "3–5 天" },
        { type: "text", text: " " },
        { type: "code", text: "A1" },
        { type: "text", text: " 见" },
        { type: "link", text: "退款", href: "/zh/articles/refund-times", outside: false },
        { type: "cite", number: 2 },
      ],
    });
  });
  it("reads tables, lists with their first number, and code as it stands", () => {
    const blocks = parseAnswer("| a | b |\n| --- | --- |\n| 1 | 2 |\n\n3. c\n4. d\n\n```\n**x**\n```");
    expect(blocks.map(({ type }) => type)).toEqual(["table", "list", "code"]);
    expect(blocks[1]).toMatchObject({ ordered: true, start: 3 });
    expect(blocks[2]).toEqual({ type: "code", text: "**x**" });
  });
  it("comes to an end on text that opens everything and closes nothing", () => {
    const evil = `${"[".repeat(20_000)}${"**".repeat(20_000)}${"|".repeat(20_000)}`;
    parseAnswer(evil);
  });
});
