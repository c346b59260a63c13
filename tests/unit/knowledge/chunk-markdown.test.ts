import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkMarkdown } from "@/server/knowledge/chunk-markdown";

const block = fc.oneof(
  fc.string({ maxLength: 400 }),
  fc.constantFrom(
    "# Title\n",
    "## 退货步骤 ##\n",
    "### Deep\r\n",
    "\n\n",
    "```\n# not a heading\n",
    "```\n",
    "| a | b |\n| --- | --- |\n| 1 | 2 |\n",
    "- item\n",
    "　全角。句子！还有？",
  ),
  fc.integer({ min: 1000, max: 9000 }).map((length) => "字".repeat(length)),
  fc.integer({ min: 100, max: 900 }).map((count) => "Some words. ".repeat(count)),
);

describe("chunkMarkdown", () => {
  it("gives chunks whose concatenation is the source, whatever the source", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 14 }), (blocks) => {
        const source = blocks.join("");
        const chunks = chunkMarkdown(source);
        expect(chunks.map(({ text }) => text).join("")).toBe(source);
        expect(chunks.every(({ text }) => text.length > 0 && text.length <= 4000)).toBe(true);
      }),
    );
  });

  it("starts a passage at every heading and names the headings above it", () => {
    const chunks = chunkMarkdown("Intro\n\n## A\n\ntext\n\n### **B** [x](y)\n\nmore\n\n## C\n");
    expect(chunks.map(({ headingPath }) => headingPath)).toEqual([[], ["A"], ["A", "B x"], ["C"]]);
  });

  it("does not take a comment in a code fence for a heading", () => {
    const chunks = chunkMarkdown("a\n```sh\n# install\n```\n~~~\n# still\n```\n~~~\n# Real\n");
    expect(chunks.map(({ headingPath }) => headingPath)).toEqual([[], ["Real"]]);
  });

  it("keeps a table of under 4,000 characters in one passage when its section is divided", () => {
    const table = `| a | b |\n| --- | --- |\n${"| 1 | some cell text |\n".repeat(100)}`;
    const chunks = chunkMarkdown(`## T\n\n${"x".repeat(1100)}\n\n${table}\n${"y".repeat(1100)}\n`);
    expect(chunks.some(({ text }) => text.includes(table))).toBe(true);
  });

  it("does not leave a heading alone in front of its first paragraph", () => {
    const chunks = chunkMarkdown(`## Heading\n\n${"p".repeat(900)}\n\n${"q".repeat(900)}\n`);
    expect(chunks[0]?.text.startsWith("## Heading\n\nppp")).toBe(true);
    expect(chunks).toHaveLength(2);
  });
});
