import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eitherOpinion, likelihoods } from "@/server/knowledge/meaning/likelihood";
import { cosine, quantise } from "@/server/knowledge/meaning/quantise";

const vectors = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 });

describe("a stored vector", () => {
  it("keeps its direction in a byte a dimension", () => {
    fc.assert(
      fc.property(vectors, (vector) => {
        fc.pre(vector.some((value) => Math.abs(value) > 0.01));
        expect(cosine(vector, quantise(vector).bytes)).toBeGreaterThan(0.995);
      }),
    );
  });
  it("is as near to another as it was before", () => {
    fc.assert(
      fc.property(vectors, vectors, (one, other) => {
        fc.pre([one, other].every((vector) => vector.some((value) => Math.abs(value) > 0.1)));
        expect(Math.abs(cosine(one, quantise(other).bytes) - cosine(one, other))).toBeLessThan(0.06);
      }),
    );
  });
  it("is nothing to nothing when it has no direction", () => {
    expect(cosine(quantise([0, 0]).bytes, quantise([1, 0]).bytes)).toBe(0);
    expect(quantise([0, 2, -1]).signs).toBe("010");
  });
});

describe("likelihoods of near articles", () => {
  const near = [
    { articleId: "a", similarity: 0.9 },
    { articleId: "b", similarity: 0.6 },
    { articleId: "c", similarity: 0.55 },
  ];
  it("fall with similarity, are more than even for a clear lead, and never add up to more than one", () => {
    const [a = 0, b = 0, c = 0] = likelihoods(near, null).map(({ confidence }) => confidence);
    expect(a).toBeGreaterThan(0.5);
    expect(b).toBeGreaterThanOrEqual(c);
    expect(a + b + c).toBeLessThanOrEqual(1);
  });
  it("are small where nothing leads, however near all are", () => {
    const alike = ["a", "b", "c"].map((articleId) => ({ articleId, similarity: 0.7 }));
    for (const { confidence } of likelihoods(alike, null)) expect(confidence).toBeLessThan(0.5);
  });
  it("are joined with another opinion article by article, the surer one holding", () => {
    const joined = eitherOpinion(
      [{ articleId: "a", confidence: 0.3 }],
      [
        { articleId: "a", confidence: 0.7 },
        { articleId: "b", confidence: 0.1 },
      ],
    );
    expect(joined).toEqual([
      { articleId: "a", confidence: 0.7 },
      { articleId: "b", confidence: 0.1 },
    ]);
  });
});
