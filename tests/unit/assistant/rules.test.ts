import { describe, expect, it } from "vitest";
import { type AssistantRule, RULE_HOURS } from "@/lib/contracts/assistant-rules";
import { decideFirst } from "@/server/assistant/deciding/decide";
import { matchRule } from "@/server/assistant/rules/match-rule";
import { rulesAt } from "@/server/assistant/rules/rules-at";
import { underRules, wordsByRule } from "@/server/assistant/rules/under-rules";
import { ALWAYS, NEVER } from "../../support/calendars";
import { decided, inputFor, rule } from "./decided";

describe("a rule about one of several questions", () => {
  const asked = "How long do refunds take? And can you give me medical advice?";
  const found: [string, number][][] = [[["Refunds", 0.9]], [["Advice", 0.95]]];
  const outcomes = (plan: ReturnType<typeof decided>) => plan.decision.questions?.map(({ outcome }) => outcome);

  it("that must not be answered leaves the others answered, and this one open without its sources", () => {
    const plan = decided(asked, found, { rules: [rule("refuse", "medical advice")] });
    expect(plan).toMatchObject({ does: "answer", parts: [{ outcome: "answered" }, { passages: [], rule: {} }] });
    expect(plan.decision).toMatchObject({ kind: "answer", confidence: 0.9 });
    expect(outcomes(plan)).toEqual(["answered", "unanswered"]);
  });

  it("with exact words answers this one, also where knowledge has nothing on the others", () => {
    const rules = [rule("exact", "medical advice")];
    expect(outcomes(decided(asked, found, { rules }))).toEqual(["answered", "answered"]);
    const plan = decided(asked, [[], []], { rules, misses: 5 });
    expect(plan).toMatchObject({ does: "answer", decision: { kind: "answer" } });
    expect(outcomes(plan)).toEqual(["unanswered", "answered"]);
  });

  it("offers a person where nothing is answered", () => {
    const rules = [rule("refuse", "medical advice")];
    expect(decided(asked, [[], []], { rules }).decision).toMatchObject({ kind: "handoff", started: false });
  });

  it("that fetches a person takes all of the message, and leaves each question to them", () => {
    const plan = decided(asked, found, { rules: [rule("hand_over", "medical advice")] });
    expect(plan).toMatchObject({ does: "hand_over", reason: "rule", decision: { started: true } });
    expect(outcomes(plan)).toEqual(["unanswered", "unanswered"]);
  });

  it("whose words are spread over them takes all of the message rather than none", () => {
    const plan = decided("Is it a medical device? Any advice on sizes?", found, {
      rules: [rule("refuse", "medical advice")],
    });
    expect(plan).toMatchObject({ does: "say", words: "See the terms." });
    expect(outcomes(plan)).toEqual(["unanswered", "unanswered"]);
  });

  it("says its words once, under the questions it is about", () => {
    const words = wordsByRule(
      "en",
      underRules([{ text: "fees?" }, { text: "Size?" }, { text: "any fee" }], [rule("exact", "fee")]),
    );
    expect(words).toEqual(["**Fees? · Any fee**\n\nSee the terms."]);
  });
});

describe("while an action waits for an answer, a rule", () => {
  const told = (kind: AssistantRule["kind"]) =>
    decideFirst(
      inputFor("It broke, and the warranty is not over", [[]], { rules: [rule(kind, "warranty")], inAction: true }),
    );

  it("of exact words does not take it", () => expect(told("exact")).toBeNull());

  it.each(["refuse", "hand_over"] as const)("may interrupt: %s", (kind) => {
    expect(told(kind)).toMatchObject({ rule: { kind } });
  });
});

describe("a rule counts", () => {
  const all = RULE_HOURS.map((hours) => ({ hours }));
  const nineToSix = { ...NEVER, weekly: { ...NEVER.weekly, 1: [{ from: 540, to: 1080 }] } };
  const mondayInShanghai = (time: string) => new Date(`2026-11-23T${time}:00+08:00`);

  it.each([
    ["without a calendar", null, "10:00", ["always", "open"]],
    ["while always open", ALWAYS, "10:00", ["always", "open"]],
    ["while never open", NEVER, "10:00", ["always", "closed"]],
    ["before the day begins", nineToSix, "08:59", ["always", "closed"]],
    ["from its first minute", nineToSix, "09:00", ["always", "open"]],
    ["once it is over", nineToSix, "18:00", ["always", "closed"]],
  ])("at its hours: %s", (_, calendar, time, counting) => {
    expect(rulesAt(all, calendar, mondayInShanghai(time)).map(({ hours }) => hours)).toEqual(counting);
  });
});

describe("a rule's phrase", () => {
  it("is met by its words in any form, and not by a part of a word", () => {
    expect(matchRule("Are you giving Medical Advices?", [rule("refuse", "medical advice")])).not.toBeNull();
    expect(matchRule("Advice on a medicine ball", [rule("refuse", "medical advice")])).toBeNull();
    expect(matchRule("我可以 吃 药 吗？", [rule("refuse", "吃药")])).not.toBeNull();
  });
});
