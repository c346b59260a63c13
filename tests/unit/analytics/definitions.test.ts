import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import english from "@/messages/en/analytics.json";
import chinese from "@/messages/zh/analytics.json";

const written = readFileSync("docs/definitions.md", "utf8");

describe("the definition of every figure", () => {
  it("is in the documentation in the very words of the screen", () => {
    for (const [name, words] of Object.entries(english.definition)) {
      expect([name, written.includes(`\n${words}\n`)]).toEqual([name, true]);
    }
  });

  it("exists for each figure in both languages", () => {
    for (const messages of [english, chinese]) {
      const defined = Object.keys(messages.definition);
      expect(Object.keys(messages.figure).filter((name) => !defined.includes(name))).toEqual([]);
    }
  });
});
