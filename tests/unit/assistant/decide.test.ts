import { describe, expect, it } from "vitest";
import type { ActionTurn } from "@/lib/contracts/actions";
import type { QuestionOutcome } from "@/lib/contracts/assistant";
import { planBeside } from "@/server/assistant/deciding/plan-beside";
import { repeatedTurns } from "@/server/assistant/deciding/repeated-turns";
import { understand } from "@/server/assistant/understand";
import { decided, inputFor, rule, type Told } from "./decided";

describe("what the assistant does about a message", () => {
  it("answers when its source is sure", () => {
    const plan = decided("How long do refunds take?", [[["Refunds", 0.9]]]);
    expect(plan).toMatchObject({ does: "answer", decision: { kind: "answer", confidence: 0.9 } });
  });

  it("offers up to three choices when several sources are possible", () => {
    const plan = decided("card", [
      [
        ["Card lost", 0.48],
        ["Card fees", 0.45],
        ["Card limits", 0.44],
        ["Card colours", 0.42],
        ["Other", 0.05],
      ],
    ]);
    expect(plan.decision).toEqual({
      kind: "ask",
      confidence: 0.48,
      choices: ["Card lost", "Card fees", "Card limits"],
    });
  });

  it("asks whether it is the one source that is possible", () => {
    expect(decided("card", [[["Card lost", 0.48]]])).toMatchObject({
      said: "confirm",
      decision: { kind: "ask", choices: ["Card lost"] },
    });
  });

  it("offers a person once when nothing is known, and fetches one the next time", () => {
    expect(decided("Do you sell planes?", [[["Cars", 0.1]]])).toMatchObject({
      does: "say",
      decision: { kind: "handoff", started: false },
      missed: true,
    });
    expect(decided("Do you sell planes?", [[]], { misses: 1 })).toMatchObject({
      does: "hand_over",
      reason: "no_answer",
      decision: { started: true },
    });
  });

  it.each([
    ["Thanks!", "thanks"],
    ["ok bye", "farewell"],
    ["great, that solved it", "solved"],
    ["好的", "acknowledged"],
    ["你是真人吗", "who_answers"],
  ])("answers %j in kind: no miss, no loop, nobody is fetched", (text, said) => {
    const history = Array.from({ length: 4 }, (_, at) => ({
      role: "customer" as const,
      text,
      answered: at < 3,
      article: null,
    }));
    const understood = understand({ history, locale: "en" }, []);
    const plan = decided(text, [[]], { understood, misses: 1 });
    expect(plan).toEqual({ does: "say", decision: { kind: "ask", confidence: 1 }, said });
  });

  it("keeps each of several questions apart, answered or not", () => {
    const plan = decided("How long do refunds take? Do you sell planes?", [[["Refunds", 0.9]], [["Cars", 0.1]]]);
    expect(plan).toMatchObject({ does: "answer" });
    expect(plan.decision.questions?.map(({ outcome }) => outcome)).toEqual(["answered", "unanswered"]);
  });

  describe("one of whose questions an action took", () => {
    const asked = "I want to return my order. And how do points work?";
    const TURN: ActionTurn = {
      text: "Which order?",
      decision: {
        kind: "ask",
        confidence: 1,
        slot: "order_number",
        action: { key: "start_return", state: "collecting" },
      },
    };
    const begin = (
      found: [string, number][][],
      decision: Partial<ActionTurn["decision"]> = {},
      outcome: QuestionOutcome = "action",
    ) =>
      planBeside(
        inputFor(asked, found),
        { ...TURN, decision: { ...TURN.decision, ...decision }, questions: [{ at: 0, outcome }] },
        null,
      );

    it("answers the others, and the action asks after them", () => {
      const plan = begin([[["Returns", 0.9]], [["Points", 0.8]]]);
      expect(plan).toMatchObject({
        does: "answer",
        begun: expect.stringMatching(/return my order.*\n\nWhich order\?$/s),
      });
      expect(plan.decision).toMatchObject({ kind: "answer", confidence: 0.8, slot: "order_number" });
      expect(plan.decision.action).toEqual({ key: "start_return", state: "collecting" });
      expect(plan.decision.questions?.map(({ outcome }) => outcome)).toEqual(["action", "answered"]);
    });

    it("asks what the action asks, and names the others, when knowledge has nothing", () => {
      const plan = begin([[["Returns", 0.9]], [["Points", 0.1]]]);
      expect(plan).toMatchObject({
        does: "act",
        words: expect.stringMatching(/\n- how do points work[\s\S]*\n\nWhich order\?$/),
      });
      expect(plan.decision).toMatchObject({ kind: "ask", slot: "order_number" });
      expect(plan.decision.questions?.map(({ outcome }) => outcome)).toEqual(["action", "unanswered"]);
    });

    it("offers a person beside the answers when the action failed, and counts what is done as answered", () => {
      const failed = begin([[], [["Points", 0.8]]], { kind: "handoff", started: false, slot: undefined }, "unanswered");
      expect(failed.decision).toMatchObject({ kind: "answer", offered: true });
      expect(failed.decision.started).toBe(undefined);
      expect(failed.decision.questions?.[0]?.outcome).toBe("unanswered");
      const done = begin([[], [["Points", 0.8]]], { kind: "answer" }, "answered");
      expect(done.decision.questions?.[0]?.outcome).toBe("answered");
      expect(done).toMatchObject({ does: "answer", parts: [{ outcome: "action" }, { outcome: "answered" }] });
    });

    it("names what waits for its turn, and counts it neither as answered nor as left open", () => {
      const turn = {
        ...TURN,
        questions: [
          { at: 1, outcome: "waiting" as const },
          { at: 0, outcome: "action" as const },
        ],
      };
      const plan = planBeside(inputFor(asked, [[["Returns", 0.9]], [["Points", 0.9]]]), turn, null);
      expect(plan).toMatchObject({
        does: "act",
        words: expect.stringMatching(/^Which order\?\n\nI will see to this right after:\n- how do points work/),
      });
      expect(plan.decision.questions?.map(({ outcome }) => outcome)).toEqual(["action", "waiting"]);
    });

    it("lists the one question beside what an action under way was told, and says that the action goes on", () => {
      const plan = planBeside(inputFor("How do points work?", [[["Points", 0.9]]]), TURN, "start_return");
      expect(plan).toMatchObject({ does: "answer", begun: "Back to your request:\n\nWhich order?" });
      expect(plan.decision.questions).toEqual([{ text: "How do points work?", outcome: "answered", confidence: 0.9 }]);
    });
  });

  it.each([
    ["太过分了，你们这些骗子，我要投诉到12315，马上给我退钱！", "zh"],
    ["This is outrageous, you are scammers, I will sue you!!!", "en"],
  ])("fetches a person for an angry customer at once: %s", (text) => {
    expect(decided(text, [[["Refunds", 0.9]]])).toMatchObject({ does: "hand_over", reason: "unhappy" });
    expect(decided(text, [[["Refunds", 0.9]]], { settings: { whenUnhappy: "offer" } })).toMatchObject({
      does: "answer",
      decision: { offered: true },
    });
    expect(decided(text, [[["Refunds", 0.9]]], { settings: { whenUnhappy: "answer" } }).decision.offered).toBe(
      undefined,
    );
  });

  it("treats an important customer as the company chose", () => {
    const vip = { tier: "platinum" as const };
    expect(decided("refund?", [[["Refunds", 0.9]]], vip).decision.offered).toBe(undefined);
    expect(decided("refund?", [[["Refunds", 0.9]]], { ...vip, settings: { whenVip: "offer" } }).decision.offered).toBe(
      true,
    );
    expect(decided("refund?", [[["Refunds", 0.9]]], { ...vip, settings: { whenVip: "hand_over" } })).toMatchObject({
      does: "hand_over",
    });
    const basic = { settings: { whenVip: "hand_over" as const } };
    expect(decided("refund?", [[["Refunds", 0.9]]], basic)).toMatchObject({ does: "answer" });
  });

  it("keeps to the company's rules whatever it knows", () => {
    const refuse = rule("refuse", "medical advice", "吃药");
    expect(decided("I need medical advice", [[["Advice", 1]]], { rules: [refuse] })).toMatchObject({
      does: "say",
      words: "See the terms.",
      decision: { kind: "handoff", started: false },
      rule: { id: "rul_1" },
    });
    const exact = rule("exact", "interest rate");
    expect(decided("What is your interest rate", [[["Rates", 1]]], { rules: [exact] })).toMatchObject({
      does: "say",
      words: "See the terms.",
      decision: { kind: "answer" },
    });
    const person = rule("hand_over", "lawyer");
    expect(decided("My lawyer will call", [[["Law", 1]]], { rules: [exact, person] })).toMatchObject({
      does: "hand_over",
      reason: "rule",
    });
  });

  it("sees a loop when the same is said three times in a row", () => {
    expect(repeatedTurns(["Hi", "Where is my parcel?", "where is my parcel", "Where is my parcel??"])).toBe(3);
    expect(repeatedTurns(["我的包裹在哪里", "我的包裹到底在哪里"])).toBe(2);
    expect(repeatedTurns(["Where is my parcel?", "How do I pay?"])).toBe(1);
    expect(repeatedTurns([])).toBe(0);
    const said = ["Where is my parcel?", "Where is my parcel", "where is my parcel!"];
    const history = said.map((text, at) => ({ role: "customer" as const, text, answered: at < 2, article: null }));
    const understood = understand({ history, locale: "en" }, []);
    expect(decided("", [[["Parcels", 0.9]]], { understood })).toMatchObject({ does: "hand_over", reason: "loop" });
  });

  it("answers readily or carefully as the slider says", () => {
    const found: [string, number][][] = [[["Refunds", 0.7]]];
    expect(decided("refund", found, { settings: { coverage: 0 } }).decision.kind).toBe("ask");
    expect(decided("refund", found, { settings: { coverage: 0.5 } }).decision.kind).toBe("answer");
    expect(decided("refund", [[["Refunds", 0.25]]], { settings: { coverage: 1 } }).decision.kind).toBe("answer");
  });
});

describe("while nobody is there to take over", () => {
  const away = { mayFetch: false };
  const TOLD = { does: "say", said: "nobody_online", decision: { kind: "handoff", started: false } };

  it.each<[string, string, Told]>([
    ["a wish for a person", "human", {}],
    ["an angry customer", "This is outrageous, you are scammers, I will sue you!!!", {}],
    ["a rule", "My lawyer will call", { rules: [rule("hand_over", "lawyer")] }],
    ["too many answers that failed", "Do you sell planes?", { misses: 1 }],
    ["an important customer", "refund?", { tier: "platinum", settings: { whenVip: "hand_over" } }],
  ])("%s is told so instead of being promised one, in no other words", (_, text, told) => {
    const plan = decided(text, [[]], { ...told, ...away });
    expect(plan).toMatchObject(TOLD);
    expect(plan).not.toHaveProperty("words");
  });

  it("the rule that decided stays on record, and a failed answer counts", () => {
    const person = rule("hand_over", "lawyer");
    expect(decided("My lawyer will call", [[]], { rules: [person], ...away })).toMatchObject({ rule: { id: "rul_1" } });
    expect(decided("Do you sell planes?", [[["Cars", 0.1]]], { misses: 1, ...away })).toMatchObject({
      missed: true,
      decision: { confidence: 0.1 },
    });
  });
});
