import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confidenceOf, type Evidence } from "@/server/knowledge/confidence";
import { FULL_WEIGHT, INITIAL_AVERAGES, postingWeights } from "@/server/knowledge/posting-weights";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const evidence = fc.record({ coverage: share, similarity: share, strength: share, margin: share, exact: fc.boolean() });

describe("confidenceOf", () => {
  it("stays within 0 and 1 and never falls when coverage or margin rises", () => {
    fc.assert(
      fc.property(evidence, share, (given: Evidence, more) => {
        const confidence = confidenceOf(given);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(confidenceOf({ ...given, coverage: Math.max(given.coverage, more) })).toBeGreaterThanOrEqual(confidence);
        expect(confidenceOf({ ...given, margin: Math.max(given.margin, more) })).toBeGreaterThanOrEqual(confidence);
      }),
    );
  });
  it("is certain only of a question that is written in the article", () => {
    expect(confidenceOf({ coverage: 1, similarity: 1, strength: 1, margin: 1, exact: false })).toBeLessThan(1);
    expect(confidenceOf({ coverage: 0, similarity: 0, strength: 0, margin: 0, exact: true })).toBe(1);
  });
  it("hands over when a query barely touches the hit", () => {
    expect(confidenceOf({ coverage: 0.2, similarity: 0.15, strength: 0, margin: 0.3, exact: false })).toBeLessThan(0.5);
  });
});

describe("postingWeights", () => {
  it("weighs a word of the title above the same word in the body, and a short title above a long one", () => {
    const weight = (title: string, body: string, token: string) =>
      postingWeights({ title, body }, INITIAL_AVERAGES).postings.find(
        (posting) => posting.view === "words" && posting.token === token,
      )?.weight ?? 0;
    expect(weight("refund", "", "refund")).toBeGreaterThan(weight("", "refund", "refund"));
    expect(weight("refund", "", "refund")).toBeGreaterThan(
      weight("refund shipping colour size manual warranty invoice", "", "refund"),
    );
  });
  it("gives each token of a view once, as a whole number that fits a smallint", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, body) => {
        const { postings } = postingWeights({ title, body }, INITIAL_AVERAGES);
        const keys = postings.map(({ view, token }) => `${view} ${token}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { weight } of postings) {
          expect(Number.isInteger(weight) && weight >= 1 && weight <= FULL_WEIGHT * 1.5 + 1).toBe(true);
        }
      }),
    );
  });
});
