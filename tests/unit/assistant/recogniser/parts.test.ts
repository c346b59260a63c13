import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteReader, ByteWriter } from "@/server/assistant/recogniser/bytes";
import { thresholdsFor, verdictOn } from "@/server/assistant/recogniser/coverage";
import { EVIDENCE, SPEAKS_FOR } from "@/server/assistant/recogniser/evidence";
import { fitLogistic, probability } from "@/server/assistant/recogniser/logistic";
import { PRIOR } from "@/server/assistant/recogniser/prior";
import { select } from "@/server/assistant/recogniser/select";
import { editDistance } from "@/server/assistant/recogniser/spelling";

describe("the coverage slider", () => {
  it("answers more the further it is moved", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const [careful, eager] = [thresholdsFor(Math.min(a, b)), thresholdsFor(Math.max(a, b))];
        expect(eager.answer).toBeLessThanOrEqual(careful.answer);
        expect(eager.choose).toBeLessThanOrEqual(careful.choose);
        expect(careful.choose).toBeLessThan(careful.answer);
      }),
    );
  });

  it("answers from one half and offers choices from two fifths in the middle", () => {
    const middle = thresholdsFor(0.5);
    expect([0.51, 0.49, 0.41, 0.39].map((confidence) => verdictOn(confidence, middle))).toEqual([
      "answer",
      "choose",
      "choose",
      "unknown",
    ]);
  });
});

describe("selection", () => {
  it("finds what sorting would put in a place, whatever the numbers and however often they repeat", () => {
    // Sorting tells -0 from 0, selection need not.
    const unsigned = (value: number) => (value === 0 ? 0 : value);
    const numbers = fc.array(fc.oneof(fc.float({ noNaN: true }).map(unsigned), fc.constantFrom(0, 1, -1)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(numbers, fc.nat(), (values, draw) => {
        const place = draw % values.length;
        expect(select(Float32Array.from(values), place)).toBe(Float32Array.from(values).sort()[place]);
      }),
    );
  });
});

describe("calibration", () => {
  it("never reads more support as less confidence, whatever it learnt from", () => {
    const rows = fc.array(
      fc.tuple(
        fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: EVIDENCE, maxLength: EVIDENCE }),
        fc.integer({ min: 0, max: 1 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: SPEAKS_FOR - 1 }), (seen, at) => {
        const fitted = fitLogistic(
          seen.map(([row]) => Float64Array.from(row)),
          seen.map(([, outcome]) => outcome),
          PRIOR,
          20,
          SPEAKS_FOR,
        );
        const weak = new Float64Array(EVIDENCE);
        const strong = weak.with(at, 1);
        expect(probability(fitted, strong)).toBeGreaterThanOrEqual(probability(fitted, weak));
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it("learns which evidence to trust", () => {
    const inputs = Array.from({ length: 200 }, (_, at) => Float64Array.of(at % 2, (at % 5) / 5));
    const outcomes = inputs.map(([telling]) => telling as number);
    const [, telling, idle] = fitLogistic(inputs, outcomes, [0, 0, 0], 20, 2);
    expect(telling).toBeGreaterThan(4 * Math.abs(idle as number));
  });
});

describe("edit distance", () => {
  it.each([
    ["refund", "refund", 0],
    ["refund", "refudn", 1],
    ["refund", "refnd", 1],
    ["refund", "reefund", 1],
    ["refund", "redund", 1],
    ["refund", "return", 3],
    ["", "abc", 3],
  ])("of %s and %s is %i, however large the limit", (left, right, distance) => {
    expect(editDistance(left, right, 5)).toBe(distance);
    expect(editDistance(right, left, 5)).toBe(distance);
    expect(editDistance(left, right, 1)).toBe(Math.min(distance, 2));
  });
});

describe("bytes", () => {
  it("give back what was written", () => {
    const whole = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(
        fc.array(whole),
        fc.array(fc.string()),
        fc.uniqueArray(whole),
        fc.float({ noNaN: true }),
        (values, texts, rising, float) => {
          const sorted = Uint32Array.from(rising).sort();
          const out = new ByteWriter();
          out.varints(values);
          out.strings(texts);
          out.rising(sorted);
          out.float(float);
          const from = new ByteReader(out.finish());
          expect([...from.varints()]).toEqual(values);
          expect(from.strings()).toEqual(texts);
          expect(from.rising()).toEqual(sorted);
          expect(from.float()).toBe(float);
        },
      ),
    );
  });
});
