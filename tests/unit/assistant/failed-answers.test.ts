import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/contracts/assistant";
import type { HistoryEntry } from "@/server/assistant/claim-answer";
import { failedAfter, failedBefore } from "@/server/assistant/deciding/failed-answers";
import type { Plan } from "@/server/assistant/deciding/plan";

const replied = (decision: Decision, unsolved = false): HistoryEntry[] => [
  { role: "customer", text: "a", answered: true, article: null },
  { role: "assistant", text: "b", answered: true, article: null, reply: { decision, unsolved } },
  { role: "customer", text: "c", answered: false, article: null },
];
const ANSWER = { kind: "answer", confidence: 1 } as const;
const OFFER = { kind: "handoff", confidence: 0.1, started: false } as const;

describe("the row of failed answers", () => {
  it.each([
    ["ends with an answer that the customer leaves at that", replied(ANSWER), 0],
    ["goes on after an answer that they called unsolved", replied(ANSWER, true), 1],
    ["goes on after an offered person", replied(OFFER), 1],
    ["goes on after a question back", replied({ kind: "ask", confidence: 1 }), 1],
    ["is what it was where nothing was replied yet", [], 1],
  ])("%s", (_, history, misses) => expect(failedBefore(1, history, { objection: null })).toBe(misses));

  it.each([
    ["grows by an answer that is objected to", replied(ANSWER), 2],
    ["grows by an objection once more after a person was offered", replied(OFFER), 2],
    ["counts an objection once where the same was called unsolved", replied(ANSWER, true), 1],
  ])("%s", (_, history, misses) => {
    expect(failedBefore(1, history, { objection: "alone" })).toBe(misses);
    expect(failedBefore(1, history, { objection: "beside" })).toBe(misses);
  });

  it("grows by a question that nothing answers, and by nothing else", () => {
    const missed: Plan = { does: "say", decision: OFFER, said: "unknown", missed: true };
    expect(failedAfter(1, missed)).toBe(2);
    expect(failedAfter(1, { does: "say", decision: { kind: "ask", confidence: 1 }, said: "greeting" })).toBe(1);
    expect(failedAfter(1, { does: "answer", decision: ANSWER, parts: [] })).toBe(1);
  });
});
