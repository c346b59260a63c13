import { describe, expect, it } from "vitest";
import { maskEmail, normalisePhone } from "@/lib/contact";
import { prefixTerms, searchTerms } from "@/lib/text/prefix-terms";

const found = (text: string, search: string) => {
  const terms = new Set(prefixTerms(text));
  return searchTerms(search).every((term) => terms.has(term));
};

describe("a search over subjects", () => {
  it.each([
    ["Left earbud does not charge", "earb", true],
    ["Left earbud does not charge", "charge LEFT", true],
    ["Left earbud does not charge", "arbud", false],
    ["左耳机充不进电 A1029", "耳机", true],
    ["左耳机充不进电 A1029", "充不进", true],
    ["左耳机充不进电 A1029", "电", true],
    ["左耳机充不进电 A1029", "右耳机", false],
    ["左耳机充不进电 A1029", "a102", true],
    ["Ｂｕｄｓ２ 降噪", "buds2 降噪", true],
  ])("in %j finds %j: %s", (text, search, expected) => {
    expect(found(text, search)).toBe(expected);
  });

  it("of nothing but punctuation asks for nothing", () => {
    expect(searchTerms("#?！")).toEqual([]);
  });
});

describe("a way to reach somebody", () => {
  it("by e-mail is shown so that it can be recognised and not used", () => {
    expect(maskEmail("li.lei@example.com")).toBe("li***@example.com");
    expect(maskEmail("broken")).toBe("***");
  });

  it("has one spelling whatever was typed", () => {
    const spellings = ["138-1234-5678", "+86 138 1234 5678", "008613812345678", "１３８１２３４５６７８"];
    expect(new Set(spellings.map(normalisePhone))).toEqual(new Set(["13812345678"]));
    expect(normalisePhone("+44 20 7946 0958")).toBe("00442079460958");
  });
});
