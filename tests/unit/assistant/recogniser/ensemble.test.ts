import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteWriter } from "@/server/assistant/recogniser/bytes";
import {
  decodeEnsemble,
  ENSEMBLE_FORMAT,
  encodeEnsemble,
} from "@/server/assistant/recogniser/ensemble/encode-ensemble";
import { meanOpinion } from "@/server/assistant/recogniser/ensemble/net";
import { isTaughtEnough } from "@/server/assistant/recogniser/ensemble/taught-enough";
import { ensembleSteps } from "@/server/assistant/recogniser/ensemble/train-ensemble";
import { trainNet } from "@/server/assistant/recogniser/ensemble/train-net";
import { recognise } from "@/server/assistant/recogniser/recognise";
import { runSteps } from "@/server/assistant/recogniser/steps";
import { trainRecogniser } from "@/server/assistant/recogniser/train-recogniser";
import { MANY_WORDINGS } from "@/tests/support/many-wordings";
import { SHOP_EN } from "./questions";

const EXAMPLES = MANY_WORDINGS.flatMap(({ label, texts }) => texts.map((text) => ({ label, text })));
const base = trainRecogniser(EXAMPLES);
const train = () => {
  const made = runSteps(ensembleSteps(EXAMPLES, base));
  if (!made) throw new Error("No ensemble");
  return made;
};
const ensemble = train();
const whole = { ...base, ensemble };

describe("a net", () => {
  /** Label 1 where one of the first two features meets one of the last two that does not go with it. */
  const patterns = [
    [0, 2],
    [1, 3],
    [0, 3],
    [1, 2],
  ] as const;
  const rows = Array.from({ length: 400 }, (_, at) => at % patterns.length);
  const lessons = {
    start: Uint32Array.from({ length: rows.length + 1 }, (_, at) => at * 2),
    feature: Uint32Array.from(rows.flatMap((row) => patterns[row] ?? [])),
    values: new Float32Array(rows.length * 2).fill(Math.SQRT1_2),
    labelOf: Uint32Array.from(rows, (row) => (row < 2 ? 0 : 1)),
    worth: new Float32Array(rows.length).fill(1),
    features: 4,
    labels: 2,
  };
  const opinionOn = (pattern: readonly number[]) =>
    meanOpinion([runSteps(trainNet(lessons, 1))], Uint32Array.of(0, 1, 2, 3), {
      feature: Uint32Array.from(pattern),
      values: new Float32Array(2).fill(Math.SQRT1_2),
    });

  it("tells apart what no straight line does", () => {
    const right = patterns.map((pattern, at) => (opinionOn(pattern)[at < 2 ? 0 : 1] as number) > 0.5);
    expect(right).toEqual([true, true, true, true]);
  });

  it("gives probabilities, also of features it never saw", () => {
    const [one = 0, other = 0] = opinionOn([7, 9]);
    expect(one + other).toBeCloseTo(1, 5);
  });

  it("is the same for the same seed and another for another", () => {
    const [first, again, other] = [1, 1, 2].map((seed) => runSteps(trainNet(lessons, seed)));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});

describe("a second opinion", () => {
  it("is the same each time it is trained, and says the same after it was stored", () => {
    const bytes = encodeEnsemble(ensemble);
    expect(encodeEnsemble(train())).toEqual(bytes);
    expect(decodeEnsemble(bytes, base)).toEqual(ensemble);
  });

  it("leaves known wordings where they belong, and confidences in order between 0 and 1", () => {
    for (const { text, label } of EXAMPLES) {
      const { choices, confidence } = recognise(whole, text);
      expect(choices[0]?.label).toBe(label);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(choices.map((choice) => choice.confidence)).toEqual(
        choices.map((choice) => choice.confidence).toSorted((a, b) => b - a),
      );
    }
  });

  it("is not sure of what nobody taught", () => {
    for (const text of ["Do you sell whales?", "What is the weather in Oslo", "qwertz uiop"])
      expect(recognise(whole, text).confidence).toBeLessThan(0.5);
  });

  it("never names a label that is not allowed", () => {
    const { choices } = recognise(whole, "Please let me be refunded", (label) => label !== "refund");
    expect(choices.map(({ label }) => label)).not.toContain("refund");
  });

  it("takes any text without failing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(recognise(whole, text).confidence).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("refuses bytes that are cut off, of another kind or of another recogniser", () => {
    const bytes = encodeEnsemble(ensemble);
    for (const cut of [0, 3, 20, 500, Math.floor(bytes.length / 2), bytes.length - 1]) {
      expect(() => decodeEnsemble(bytes.slice(0, cut), base)).toThrow();
    }
    expect(() => decodeEnsemble(new Uint8Array(64), base)).toThrow();
    expect(() => decodeEnsemble(bytes, { ...base, labels: ["one"] })).toThrow();
    expect(() => decodeEnsemble(bytes, { ...base, hashes: base.hashes.slice(0, 5) })).toThrow();
    const newer = new ByteWriter();
    newer.fixed(0x5a4e454e);
    newer.varint(ENSEMBLE_FORMAT + 1);
    expect(() => decodeEnsemble(newer.finish(), base)).toThrow("format");
  });

  it("is trained only where half of the labels have thirty wordings, and only for the recogniser of these examples", () => {
    const few = trainRecogniser(SHOP_EN);
    expect(isTaughtEnough(few)).toBe(false);
    expect(runSteps(ensembleSteps(SHOP_EN, few))).toBeNull();
    expect(runSteps(ensembleSteps(EXAMPLES.slice(1), base))).toBeNull();
    const counted = (...counts: number[]) => ({
      labels: counts.map(String),
      labelOf: Uint32Array.from(counts.flatMap((count, label) => Array.from({ length: count }, () => label))),
    });
    expect(isTaughtEnough(counted(2, 30, 90))).toBe(true);
    expect(isTaughtEnough(counted(2, 29, 90))).toBe(false);
    expect(isTaughtEnough(counted(900))).toBe(false);
    expect(isTaughtEnough(counted())).toBe(false);
  });
});
