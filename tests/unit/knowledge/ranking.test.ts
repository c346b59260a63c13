import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confidenceOf, type Evidence, fuseConfidence } from "@/server/knowledge/confidence";
import { FULL_WEIGHT, INITIAL_AVERAGES, postingWeights } from "@/server/knowledge/posting-weights";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const evidence = fc.record({
  asked: fc.boolean(),
  coverage: share,
  similarity: share,
  strength: share,
  matched: fc.nat(20),
  margin: share,
  exact: fc.boolean(),
});

describe("confidenceOf", () => {
  it("stays within 0 and 1 and never falls when any evidence rises", () => {
    fc.assert(
      fc.property(evidence, share, (given: Evidence, more) => {
        const confidence = confidenceOf(given);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        for (const piece of ["coverage", "similarity", "strength", "margin"] as const)
          expect(confidenceOf({ ...given, [piece]: Math.max(given[piece], more) })).toBeGreaterThanOrEqual(confidence);
        expect(confidenceOf({ ...given, matched: given.matched + 1 })).toBeGreaterThanOrEqual(confidence);
      }),
    );
  });
  it("is certain only of a question that is written in the article", () => {
    const best = { asked: true, coverage: 1, similarity: 1, strength: 1, matched: 9, margin: 1 };
    const nothing = { asked: false, coverage: 0, similarity: 0, strength: 0, matched: 0, margin: 0 };
    expect(confidenceOf({ ...best, exact: false })).toBeLessThan(1);
    expect(confidenceOf({ ...nothing, exact: true })).toBe(1);
  });
  it("hands over when the only word shared is a rare one of many", () => {
    const one = { coverage: 0.35, similarity: 0.3, strength: 0.25, matched: 1, margin: 0.4, exact: false };
    expect(confidenceOf({ ...one, asked: true })).toBeLessThan(0.5);
    expect(confidenceOf({ ...one, asked: false })).toBeLessThan(0.5);
  });
});

describe("fuseConfidence", () => {
  it("rises with either judge, keeps a written question certain, and lowers a section for nobody's word", () => {
    fc.assert(
      fc.property(share, share, share, (words, other, recognised) => {
        fc.pre(words < 1 && other < 1);
        const [less, more] = [Math.min(words, other), Math.max(words, other)];
        expect(fuseConfidence(less, recognised, true)).toBeLessThanOrEqual(fuseConfidence(more, recognised, true));
        expect(fuseConfidence(words, less, true)).toBeLessThanOrEqual(fuseConfidence(words, more, true));
        expect(fuseConfidence(words, undefined, true)).toBeLessThanOrEqual(fuseConfidence(words, 0.5, true));
        expect(fuseConfidence(words, recognised, false)).toBeGreaterThanOrEqual(words);
        expect(fuseConfidence(words, undefined, false)).toBe(words);
        expect(fuseConfidence(1, recognised, true)).toBe(1);
      }),
    );
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
  it("gives each token of a view once, as a whole number of at most what a title and a body are worth", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, body) => {
        const { postings } = postingWeights({ title, body }, INITIAL_AVERAGES);
        const keys = postings.map(({ view, token }) => `${view} ${token}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { weight } of postings) {
          expect(Number.isInteger(weight) && weight >= 1 && weight <= 2 * FULL_WEIGHT).toBe(true);
        }
      }),
    );
  });
});
