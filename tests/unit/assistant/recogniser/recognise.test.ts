import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeRecogniser, encodeRecogniser } from "@/server/assistant/recogniser/encode-recogniser";
import { recognise } from "@/server/assistant/recogniser/recognise";
import type { Recogniser } from "@/server/assistant/recogniser/recogniser";
import { selfTrainingSteps } from "@/server/assistant/recogniser/self-train";
import { runSteps } from "@/server/assistant/recogniser/steps";
import { type Example, trainRecogniser } from "@/server/assistant/recogniser/train-recogniser";
import { ELSEWHERE, SHOP_EN, SHOP_EN_ASKED, SHOP_ZH, SHOP_ZH_ASKED } from "./questions";

const SHOPS = {
  en: { taught: SHOP_EN, asked: SHOP_EN_ASKED },
  zh: { taught: SHOP_ZH, asked: SHOP_ZH_ASKED },
} as const;

const models = { en: trainRecogniser(SHOP_EN), zh: trainRecogniser(SHOP_ZH) };
const share = (values: readonly boolean[]) => values.filter(Boolean).length / values.length;

describe.each(["en", "zh"] as const)("a small knowledge base in %s", (locale) => {
  const model = models[locale];
  const { asked, taught } = SHOPS[locale];

  it("is recognised in words nobody wrote down", () => {
    expect(share(asked.map(({ text, label }) => recognise(model, text).label === label))).toBeGreaterThanOrEqual(0.95);
  });

  it("has the right answer among three choices", () => {
    const found = asked.map(({ text, label }) =>
      recognise(model, text).choices.some((choice) => choice.label === label),
    );
    expect(share(found)).toBe(1);
  });

  it("is surer of its own questions than of others", () => {
    const own = asked.map(({ text }) => recognise(model, text).confidence);
    const foreign = ELSEWHERE[locale].map((text) => recognise(model, text).confidence);
    const pairs = own.flatMap((mine) => foreign.map((other) => mine > other));
    expect(share(pairs)).toBeGreaterThanOrEqual(0.97);
    expect(Math.max(...foreign)).toBeLessThan(0.4);
  });

  it("knows what it was taught", () => {
    expect(share(taught.map(({ text, label }) => recognise(model, text).label === label))).toBe(1);
  });

  it("answers with titles alone as its only phrasings", () => {
    const titles = taught.filter(({ label }, at) => taught.findIndex((other) => other.label === label) === at);
    const model = trainRecogniser(titles);
    const right = titles.filter(({ text, label }) => {
      const { label: said, confidence } = recognise(model, text);
      return said === label && confidence >= 0.5;
    });
    expect(right).toHaveLength(titles.length);
    const asked = SHOPS[locale].asked.map(({ text, label }) => recognise(model, text).label === label);
    expect(share(asked)).toBeGreaterThanOrEqual(locale === "zh" ? 0.91 : 0.58);
    for (const text of ELSEWHERE[locale]) expect(recognise(model, text).confidence).toBeLessThan(0.2);
  });
});

describe("a recogniser", () => {
  it("is the same each time it is trained", () => {
    expect(encodeRecogniser(trainRecogniser(SHOP_EN))).toEqual(encodeRecogniser(models.en));
  });

  it("says the same after it was stored", () => {
    const stored = decodeRecogniser(encodeRecogniser(models.zh));
    for (const { text } of SHOP_ZH_ASKED) expect(recognise(stored, text)).toEqual(recognise(models.zh, text));
  });

  it("refuses bytes that are cut off or of another kind", () => {
    const bytes = encodeRecogniser(models.en);
    for (const cut of [0, 3, 20, 500, Math.floor(bytes.length / 2), bytes.length - 1]) {
      expect(() => decodeRecogniser(bytes.slice(0, cut))).toThrow();
    }
    expect(() => decodeRecogniser(new Uint8Array(64))).toThrow();
  });

  it("never names a label that is not allowed", () => {
    const { label, choices } = recognise(models.en, "I want my money back", (other) => other !== "refund");
    expect([label, ...choices.map((choice) => choice.label)]).not.toContain("refund");
    expect(recognise(models.en, "refund", () => false)).toEqual({ label: null, confidence: 0, choices: [] });
  });

  it("learns how people ask from questions nobody has labelled", () => {
    const titles = SHOP_EN.filter(({ label }, at) => SHOP_EN.findIndex((other) => other.label === label) === at);
    const right = (model: Recogniser) =>
      share(SHOP_EN_ASKED.map(({ text, label }) => recognise(model, text).label === label));
    const unlabelled = SHOP_EN.map(({ text }) => text);
    expect(right(runSteps(selfTrainingSteps(titles, unlabelled)))).toBeGreaterThanOrEqual(
      right(trainRecogniser(titles)),
    );
    expect(runSteps(selfTrainingSteps(titles, unlabelled)).labels).toEqual(trainRecogniser(titles).labels);
  });

  it("meets misspelt words", () => {
    expect(recognise(models.en, "refudn for my purchsae").label).toBe("refund");
    expect(recognise(models.en, "forgto my passwrod").label).toBe("password");
  });

  it.each([
    ["no example", []],
    [
      "examples without a word",
      [
        { text: "…!?", label: "a" },
        { text: "", label: "b" },
      ],
    ],
    [
      "one label",
      [
        { text: "refund please", label: "a" },
        { text: "money back", label: "a" },
      ],
    ],
    [
      "two labels",
      [
        { text: "refund please", label: "a" },
        { text: "opening hours", label: "b" },
      ],
    ],
    [
      "one text under two labels",
      [
        { text: "refund", label: "a" },
        { text: "refund", label: "b" },
      ],
    ],
  ] satisfies [string, Example[]][])("works with %s", (_, examples) => {
    const model = decodeRecogniser(encodeRecogniser(trainRecogniser(examples)));
    const { confidence, choices } = recognise(model, "refund please");
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(choices.length).toBeLessThanOrEqual(new Set(examples.map(({ label }) => label)).size);
  });

  it("takes any text, taught or asked, without failing", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("\u0000", "\ud800", "‮abc", "𠮷野家", "a".repeat(5000), "١٢٣", "👩‍👩‍👧‍👦", "' or 1=1 --"),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: anyText, label: fc.constantFrom("a", "b", "__proto__", "") }), { maxLength: 6 }),
        anyText,
        (examples, text) => {
          const { confidence, choices } = recognise(trainRecogniser(examples), text);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(choices.reduce((sum, choice) => sum + choice.confidence, 0)).toBeLessThanOrEqual(1 + 1e-6);
          expect(choices.map((choice) => choice.confidence)).toEqual(
            choices.map((choice) => choice.confidence).sort((a, b) => b - a),
          );
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});
