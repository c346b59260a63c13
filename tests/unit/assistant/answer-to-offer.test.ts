import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/contracts/assistant";
import { SETTINGS } from "@/lib/contracts/settings";
import { answerToOffer } from "@/server/assistant/deciding/answer-to-offer";
import { decideFirst } from "@/server/assistant/deciding/decide";
import { understand } from "@/server/assistant/understand";

const PERSON: Decision = { kind: "handoff", confidence: 0.1, started: false };
const ONE: Decision = { kind: "ask", confidence: 0.4, choices: ["Card lost"] };
const THREE: Decision = { kind: "ask", confidence: 0.4, choices: ["Card lost", "Card fees", "Card limits"] };

describe("after a person was offered", () => {
  it.each([
    "yes",
    "Yes please!",
    "ok",
    "OK.",
    "sure",
    "go ahead",
    "好",
    "好的",
    "是",
    "是的",
    "可以",
    "要",
    "要的，谢谢",
  ])("%j is a yes", (text) => expect(answerToOffer(text, PERSON)).toEqual({ wants: "person" }));
  it.each(["no", "No thanks", "no thank you", "not now", "不用", "不要", "不用了", "不需要", "不用了，谢谢", "算了"])(
    "%j is a no",
    (text) => expect(answerToOffer(text, PERSON)).toEqual({ wants: "no_person" }),
  );
  it.each([
    "no, how long does a refund take",
    "yes but how long does it take?",
    "不用了，退款多久到账",
    "ok?",
    "thanks",
    "谢谢",
    "1",
    "Do you ship to Canada?",
  ])("%j is neither", (text) => expect(answerToOffer(text, PERSON)).toBeNull());
});

describe("after choices were offered", () => {
  it.each([
    ["yes", 0],
    ["是的", 0],
    ["1", 0],
    ["the first one", 0],
    ["第一个", 0],
    ["2", 1],
    ["2.", 1],
    ["second", 1],
    ["the second one please", 1],
    ["option 2", 1],
    ["I mean the second", 1],
    ["第二个", 1],
    ["第2个", 1],
    ["我要第二个", 1],
    ["是的，第二个", 1],
    ["我问的是第三个。", 2],
    ["the last one", 2],
    ["最后一个", 2],
  ])("%j picks choice %i", (text, at) => {
    expect(answerToOffer(text, THREE)).toEqual({ wants: "choice", choice: THREE.choices?.[at] });
  });
  it.each(["no", "neither", "none of these", "No, none of them.", "不是", "都不是", "不是，都不是", "这些都不对"])(
    "%j picks none",
    (text) => expect(answerToOffer(text, THREE)).toEqual({ wants: "no_choice" }),
  );
  it.each(["4", "the first time I paid", "第一次付款失败", "no, I mean refunds", "How do I pay?", "一个月几次"])(
    "%j is something else",
    (text) => expect(answerToOffer(text, THREE)).toBeNull(),
  );
  it("a place that is not among them picks nothing", () => {
    expect(answerToOffer("2", ONE)).toBeNull();
    expect(answerToOffer("yes", ONE)).toEqual({ wants: "choice", choice: "Card lost" });
  });
});

describe("a yes is no answer to an offer", () => {
  it.each<[string, Decision | null]>([
    ["where nothing was said before", null],
    ["after an answer", { kind: "answer", confidence: 1, choices: ["For Android"] }],
    ["after a greeting", { kind: "ask", confidence: 1 }],
    ["where a person was fetched already", { kind: "handoff", confidence: 1, started: true }],
    [
      "where an action asks",
      { kind: "ask", confidence: 1, choices: ["Yes"], action: { key: "a", state: "confirming" } },
    ],
  ])("%s", (_, decision) => expect(answerToOffer("yes", decision)).toBeNull());
});

describe("what is understood of an answer to an offer", () => {
  const understoodAfter = (decision: Decision, text: string) => {
    const reply = { decision, unsolved: false };
    const history = [
      { role: "customer" as const, text: "card", answered: true, article: null },
      { role: "assistant" as const, text: "?", answered: true, article: null, reply },
      { role: "customer" as const, text, answered: false, article: null },
    ];
    return understand({ history, locale: "en" }, []);
  };
  const decided = (decision: Decision, text: string, misses = 0) =>
    decideFirst({
      understood: understoodAfter(decision, text),
      found: [],
      settings: SETTINGS.assistant.parse({}),
      rules: [],
      misses,
      tier: "basic",
      inAction: false,
      mayFetch: true,
    });

  it("a picked choice counts as if it had been sent", () => {
    expect(understoodAfter(THREE, "第二个")).toMatchObject({
      question: "Card fees",
      questions: [{ lookedUp: "Card fees" }],
    });
  });
  it("a yes to a person wishes for one", () => expect(understoodAfter(PERSON, "ok").wantsPerson).toBe("alone"));
  it("a no to a person is let go, and counts as no failure", () => {
    expect(decided(PERSON, "不用了", 1)).toEqual({
      does: "say",
      decision: { kind: "ask", confidence: 1 },
      said: "let_go",
    });
  });
  it("a no to every choice offers a person, and fetches one the next time", () => {
    expect(decided(THREE, "neither")).toMatchObject({
      said: "not_meant",
      missed: true,
      decision: { kind: "handoff", started: false },
    });
    expect(decided(THREE, "neither", 1)).toMatchObject({ does: "hand_over", reason: "no_answer" });
  });
});
