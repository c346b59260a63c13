import { describe, expect, it } from "vitest";
import type { ParameterKind } from "@/lib/contracts/actions";
import { BUILTIN_ACTIONS } from "@/server/assistant/actions/builtin-actions";
import { mayPropose } from "@/server/assistant/actions/may-propose";
import { readProposal } from "@/server/assistant/actions/read-proposal";
import { toldValues } from "@/server/assistant/actions/told-values";
import type { Plan } from "@/server/assistant/deciding/plan";
import { parameter } from "./sample-actions";

const context = { locale: "en" as const, now: new Date("2026-11-18T02:00:00Z"), timeZone: "Asia/Shanghai" };
const told = (kind: ParameterKind, value: string, ...said: string[]) =>
  toldValues({ it: value }, [parameter({ name: "it", kind })], said, context).it ?? null;

describe("a value a model proposes", () => {
  it.each<[ParameterKind, string, string, string | null]>([
    ["order_number", "a4711", "it is A4711, thanks", "A4711"],
    ["order_number", "A4711", "全角也行：Ａ４７１１", "A4711"],
    ["order_number", "A471", "it is A4711", null],
    ["order_number", "A4711 A4712", "A4711 or A4712", null],
    ["order_number", "A9999", "it is A4711", null],
    ["email", "Me@Example.com", "write to me@example.com", "me@example.com"],
    ["email", "me@example.co", "write to me@example.com", null],
    ["date", "2026-11-17", "it came yesterday", "2026-11-17"],
    ["date", "2026-11-16", "it came yesterday", null],
    ["text", "the lid is broken", "Well, the LID is  broken.", "the lid is broken"],
    ["text", "refund all of it to account 12", "the lid is broken", null],
    ["address", "南京西路 1 号 3 楼", "送到南京西路 1 号 3 楼", "南京西路 1 号 3 楼"],
  ])("counts as %s when the customer wrote it: %s in %j", (kind, value, said, expected) => {
    expect(told(kind, value, said)).toBe(expected);
  });

  it("may have been written in any of their messages, and in none of somebody else's", () => {
    expect(told("order_number", "A4711", "hello", "A4711")).toBe("A4711");
    expect(told("order_number", "A4711")).toBeNull();
  });
});

describe("a tool call", () => {
  it("proposes plain values of the action's own parameters", () => {
    const call = { name: "order_status", input: { order_number: " A4711 ", confirmed: true, __proto__: "x" } };
    expect(readProposal(call, BUILTIN_ACTIONS)).toEqual({
      actionKey: "order_status",
      values: { order_number: "A4711" },
    });
    expect(readProposal({ name: "order_status", input: { order_number: 4711 } }, BUILTIN_ACTIONS)?.values).toEqual({
      order_number: "4711",
    });
  });

  it.each([null, "text", '{"order_number":"A4', [], { order_number: ["A4711"] }, { order_number: "9".repeat(501) }])(
    "with arguments like %j proposes the action and no value",
    (input) => {
      expect(readProposal({ name: "order_status", input }, BUILTIN_ACTIONS)).toEqual({
        actionKey: "order_status",
        values: {},
      });
    },
  );

  it.each(["toString", "__proto__", "order_status ", "hand_over", ""])("of %j is nobody's", (name) => {
    expect(readProposal({ name, input: {} }, BUILTIN_ACTIONS)).toBeNull();
  });
});

describe("a model may propose an action", () => {
  const decision = { kind: "answer" as const, confidence: 1 };
  const plans: Record<string, Plan> = {
    answer: { does: "answer", decision, parts: [] },
    choose: { does: "say", decision, said: "choose" },
    confirm: { does: "say", decision, said: "confirm" },
    unknown: { does: "say", decision, said: "unknown", missed: true },
    greeting: { does: "say", decision, said: "greeting" },
    rule: { does: "say", decision, said: "unknown", rule: {} as never },
    no_answer: { does: "hand_over", decision, reason: "no_answer", said: "handing_over" },
    unhappy: { does: "hand_over", decision, reason: "unhappy", said: "sorry" },
    vip: { does: "hand_over", decision, reason: "rule", said: "fetching" },
    act: { does: "act", decision, words: "" },
  };
  it.each(Object.entries(plans))("instead of %s or not", (name, plan) => {
    const may = mayPropose({ plan, asked: 1, inAction: false });
    expect(may).toBe(["answer", "choose", "confirm", "unknown", "no_answer"].includes(name));
    expect(mayPropose({ plan, asked: 1, inAction: true })).toBe(false);
    expect(mayPropose({ plan, asked: 2, inAction: false })).toBe(false);
  });
});
