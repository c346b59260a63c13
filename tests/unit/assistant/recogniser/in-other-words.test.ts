import { describe, expect, it } from "vitest";
import { inOtherWords } from "@/server/assistant/recogniser/in-other-words";
import { recognise } from "@/server/assistant/recogniser/recognise";
import { type Example, trainRecogniser } from "@/server/assistant/recogniser/train-recogniser";
import { SHOP_EN } from "./questions";

const texts = (text: string, ...groups: string[][]) =>
  inOtherWords([{ text, label: "a" }], groups).map((example) => example.text);

describe("synonyms of an editor's", () => {
  it.each([
    ["a Latin word by itself", "How long does a Refund take?", ["moolah", "refund"], ["How long does a moolah take?"]],
    ["a Chinese word anywhere", "我的退款多久到账", ["退款", "退钱"], ["我的退钱多久到账"]],
    ["every other word of the group", "refund", ["refund", "money", "cash"], ["money", "cash"]],
    ["no part of a Latin word", "Are refundable fares dearer?", ["moolah", "refund"], []],
    ["a word with signs in it as it stands", "Is C++ taught?", ["C++", "$&"], ["Is $& taught?"]],
  ])("put in questions stand for %s", (_, text, group, expected) => {
    expect(texts(text, group)).toEqual(expected);
  });

  it("make nothing of a question that is written already", () => {
    const examples = ["refund", "moolah"].map((text) => ({ text, label: "a" }));
    expect(inOtherWords(examples, [["refund", "moolah"]])).toEqual([]);
  });

  it("are understood as what they stand for", () => {
    const reworded = inOtherWords(SHOP_EN, [["moolah", "refund"]]);
    const seen = (examples: readonly Example[]) => recognise(trainRecogniser(examples), "moolah please");
    expect(seen(SHOP_EN).label).not.toBe("refund");
    expect(seen([...SHOP_EN, ...reworded]).label).toBe("refund");
  });
});
