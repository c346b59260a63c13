import { describe, expect, it } from "vitest";
import { type LearntFrom, weighLearnt } from "@/server/assistant/recogniser/learnt";
import { recognise } from "@/server/assistant/recogniser/recognise";
import { settledKey } from "@/server/assistant/recogniser/settled";
import { trainRecogniser } from "@/server/assistant/recogniser/train-recogniser";
import { withoutPersons } from "@/server/assistant/recogniser/without-persons";
import { SHOP_EN } from "./questions";

const row = (text: string, label: string | null, from: LearntFrom) => ({ text, label, from });

describe("what people teach", () => {
  it("counts a person's word more than a solved answer, and that more than a click", () => {
    const { examples } = weighLearnt([
      row("one", "a", "corrected"),
      row("two", "a", "solved"),
      row("three", "a", "chosen"),
      row("four", "a", "sent"),
    ]);
    const [corrected, solved, chosen, sent] = examples.map(({ worth }) => worth);
    expect(corrected).toBeGreaterThan(solved ?? 9);
    expect(solved).toBeGreaterThan(chosen ?? 9);
    expect(chosen).toBe(sent);
  });

  it("lets staff have the last word on a wording, however often customers clicked otherwise", () => {
    const clicks = Array.from({ length: 20 }, () => row("Where is it?", "a", "chosen"));
    const { examples, settled } = weighLearnt([row("where is it", "b", "corrected"), ...clicks]);
    expect(examples).toEqual([{ text: "where is it", label: "b", worth: 2 }]);
    expect(settled).toEqual([{ text: "where is it", label: "b" }]);
    expect(weighLearnt([row("where is it", null, "corrected"), ...clicks]).examples).toEqual([]);
  });

  it("forgets what was called unsolved as often as it was confirmed, and keeps what was confirmed oftener", () => {
    const mixed = [row("why", "a", "solved"), row("why", "a", "unsolved")];
    expect(weighLearnt(mixed).examples).toEqual([]);
    expect(weighLearnt([...mixed, row("Why?", "b", "chosen")]).examples).toMatchObject([{ label: "b" }]);
    expect(weighLearnt([...mixed, row("why", "a", "solved")]).examples).toMatchObject([{ label: "a", worth: 1 }]);
  });
});

describe("a decided wording", () => {
  const label = SHOP_EN[0]?.label ?? "";
  const model = trainRecogniser(SHOP_EN, [
    { text: "Does the blue thing sing?", label },
    { text: "Do you sell dragons?", label: null },
    { text: "What of this?", label: "gone" },
  ]);

  it("is recognised for what staff said, whatever its letters' case and width, and nothing else is", () => {
    expect(recognise(model, "ｄｏｅｓ the BLUE thing sing")).toMatchObject({ label, settled: true });
    expect(recognise(model, "do you sell dragons")).toEqual({ label: null, confidence: 0, choices: [], settled: true });
    expect(recognise(model, "what of this").settled).toBeUndefined();
    expect(recognise(model, "does the green thing sing").settled).toBeUndefined();
  });

  it("is not named when its article is not allowed", () => {
    expect(recognise(model, "does the blue thing sing", () => false).label).toBeNull();
  });

  it("is kept without its words", () => {
    expect([...model.settled.keys()].join()).not.toMatch(/dragons|blue/);
    expect(settledKey("a b")).toBe(settledKey("A, B!"));
    expect(settledKey("ab")).not.toBe(settledKey("ba"));
  });
});

it("leaves names, numbers and addresses out of what is learnt", () => {
  const clean = withoutPersons(
    "My name is Alice Carter, alice@example.com, 13812345678: where is my parcel?",
    "en",
    new Date(),
  );
  expect(clean).toContain("where is my parcel?");
  expect(clean).not.toMatch(/Carter|example|138/);
});
