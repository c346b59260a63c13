import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ALL_DIALOGUES } from "@/db/seed/dialogues/all-dialogues";
import { LOCALES } from "@/lib/i18n";

const slugs = new Set(
  readdirSync("db/seed/articles", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => path.replace(/^.*\//, "").replace(/\.md$/, "")),
);
const dialogues = ALL_DIALOGUES.map(([dialogue]) => dialogue);

describe("the demo's dialogues", () => {
  it("are at least forty, each in both languages and never with an empty line", () => {
    expect(dialogues.length).toBeGreaterThanOrEqual(40);
    for (const dialogue of dialogues) {
      for (const locale of LOCALES) {
        const lines = [...dialogue.open[locale], ...dialogue.person.map(({ words }) => words[locale])];
        expect(lines.length).toBeGreaterThanOrEqual(3);
        for (const line of lines) expect(line.trim()).not.toBe("");
      }
    }
  });

  it("answer only from articles that exist in both languages", () => {
    const named = dialogues
      .flatMap(({ article, more }) => [article, more?.article])
      .filter((slug) => typeof slug === "string");
    expect(
      named.flatMap((slug) => LOCALES.map((locale) => `${slug}.${locale}`)).filter((file) => !slugs.has(file)),
    ).toEqual([]);
  });

  it("begin every human part with the agent", () => {
    for (const { person } of dialogues) expect(person[0]?.by).toBe("agent");
  });
});
