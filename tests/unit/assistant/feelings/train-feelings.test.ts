import { describe, expect, it } from "vitest";
import { trainFeelings } from "@/server/assistant/feelings/trained/train-feelings";
import { SPOKEN } from "./spoken";

const examples = (["zh", "en"] as const).flatMap((locale) =>
  Object.entries(SPOKEN[locale]).flatMap(([label, text]) => text.split("\n").map((line) => ({ text: line, label }))),
);

describe("moods learnt from examples", () => {
  it("are those of the examples, also for words the built-in judgement does not know", () => {
    const gloomy = ["plover", "dunlin", "curlew"].map((bird) => ({
      text: `It is so ${bird} today`,
      label: "negative",
    }));
    const judge = trainFeelings([...examples, ...gloomy, ...gloomy, ...gloomy]);
    const right = examples.filter(({ text, label }) => judge(text).label === label).length;
    expect(right / examples.length).toBeGreaterThan(0.97);
    expect(judge("so dunlin").label).toBe("negative");
  });

  it("are the same however often they are learnt", () => {
    const scores = [1, 2].map(() => trainFeelings(examples)("物流太慢了").score);
    expect(scores[0]).toBe(scores[1]);
  });

  it("need an example, and survive any text", () => {
    expect(() => trainFeelings([])).toThrow();
    const judge = trainFeelings([{ text: "好", label: "only" }]);
    for (const text of ["", "\ud800", "\u0000", "?".repeat(10_000)]) expect(judge(text).label).toBe("only");
  });
});
