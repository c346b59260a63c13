import { describe, expect, it } from "vitest";
import { bothReadings, knownAlone, stayingWith } from "@/server/assistant/readings";
import type { Recognition } from "@/server/assistant/recogniser/recognise";
import { type AskedQuestion, askedAs } from "@/server/assistant/understand";
import { passage } from "./decided";

const seen = (confidence: number): Recognition => ({ label: "article", confidence, choices: [] });

describe("two readings of one question", () => {
  const found = (...likely: [title: string, confidence: number][]) => likely.map((one) => passage(...one));
  it.each([
    ["what both find goes first", found(["a", 0.6], ["b", 0.5]), found(["b", 0.6]), "b"],
    ["what one is sure of outweighs what the other doubts", found(["a", 0.3]), found(["b", 0.9], ["a", 0.2]), "b"],
    ["what only the other finds is found", [], found(["a", 0.4]), "a"],
  ])("%s", (_guarantee, read, goingOn, first) => {
    expect(bothReadings(read, goingOn)[0]?.title).toBe(first);
  });
  it("the first is as likely as the surer reading says, and nothing is likelier than it", () => {
    const [first, second] = bothReadings(found(["a", 0.3], ["b", 0.99]), found(["a", 0.8]));
    expect(first).toMatchObject({ title: "a", confidence: 0.8 });
    expect(second?.title).toBe("b");
    expect(second?.confidence).toBeLessThan(0.8);
  });
  it("nothing found is nothing", () => expect(bothReadings([], [])).toEqual([]));
});

describe("a question that seems to leave something out", () => {
  const whole: AskedQuestion = {
    text: "怎么付款",
    lookedUp: "以旧换新怎么付款",
    about: null,
    carried: [
      { kind: "entity", text: "Buds 2" },
      { kind: "topic", text: "以旧换新" },
    ],
    bare: true,
  };
  it("is looked up as it was asked where that very wording is known, and keeps the product talked about", () => {
    const alone = knownAlone(whole, () => seen(0.95));
    expect(alone).toMatchObject({ lookedUp: "怎么付款", carried: [{ kind: "entity", text: "Buds 2" }] });
  });
  it("stays whole where it is not", () => {
    expect(knownAlone(whole, () => seen(0.6))).toBe(whole);
    expect(knownAlone(whole, () => null)).toBe(whole);
  });
  it("stays whole where it points at what was said, however well its words are known", () => {
    const { bare: _bare, ...pointing } = whole;
    expect(knownAlone(pointing, () => seen(0.95))).toBe(pointing);
  });
});

describe("a question that names something of its own", () => {
  const question: AskedQuestion = {
    ...askedAs("who pays the shipping?"),
    goingOn: "How do I send it in for repair who pays the shipping?",
  };
  const found = [passage("return shipping", 0.99), passage("repair", 0.8), passage("plus", 0.6)];
  it("stays with the article of the last answer where that answers it, too, and says so", () => {
    const stayed = stayingWith("repair", question, found, seen(0.4));
    expect(stayed.passages.map(({ title }) => title)).toEqual(["repair", "return shipping", "plus"]);
    expect(stayed.question).toMatchObject({
      lookedUp: question.goingOn,
      carried: [{ kind: "topic", text: "repair" }],
    });
  });
  it.each([
    ["that article hardly answers it", "plus", question, found, seen(0.4)],
    ["nothing was answered before", null, question, found, seen(0.4)],
    ["it is recognised as something else", "repair", question, found, seen(0.7)],
    ["it is a question of another article", "repair", question, [passage("other", 1), ...found], null],
    [
      "it takes something else over",
      "repair",
      { ...question, carried: [{ kind: "topic" as const, text: "Plus" }] },
      found,
      seen(0.4),
    ],
  ])("changes the subject where %s", (_reason, last, asked, passages, recognised) => {
    expect(stayingWith(last, asked, passages, recognised)).toEqual({ question: asked, passages });
  });
});
