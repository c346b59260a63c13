import { describe, expect, it } from "vitest";
import type { Rehearsal } from "@/server/assistant/rehearse";
import { foundIn, outcomeOf } from "@/server/quality/evaluation/outcome-of";

const article = (articleId: string) => ({ articleId, title: articleId.toUpperCase() });
const answered = (...ids: string[]): Rehearsal => ({
  kind: "answer",
  confidence: 0.9,
  parts: ids.map((id) => ({ outcome: "answered", source: article(id), choices: [] })),
});
const asked = (...ids: string[]): Rehearsal => ({
  kind: "ask",
  confidence: 0.5,
  parts: [{ outcome: "unclear", source: null, choices: ids.map(article) }],
});
const handedOver: Rehearsal = { kind: "handoff", confidence: 0.1, parts: [] };
const acting: Rehearsal = { kind: "ask", confidence: 1, parts: [], action: "order_status" };
const open: Rehearsal["parts"][number] = { outcome: "unanswered", source: null, choices: [] };

describe("what becomes of a case that an article answers", () => {
  const expected = { expected: "article", articleIds: ["a", "b"] } as const;
  it.each([
    ["right", "answered from it", answered("a")],
    ["right", "answered from another right one", answered("b")],
    ["wrong_source", "answered from another", answered("c")],
    ["among_choices", "asked back with it among the choices", asked("c", "a")],
    ["asked_back", "asked back without it", asked("c")],
    ["handed_over", "not answered", handedOver],
    ["asked_back", "taken for an action", acting],
    ["wrong_source", "one of two questions answered from another", answered("a", "c")],
    ["right", "both questions answered from right ones", answered("a", "b")],
    ["handed_over", "one of two questions left open", { ...answered("a"), parts: [...answered("a").parts, open] }],
    ["wrong_source", "answered by a rule's words without a source", { ...answered(), parts: [] }],
  ] as [string, string, Rehearsal][])("is %s when it is %s", (outcome, _, rehearsal) => {
    expect(outcomeOf(rehearsal, expected)).toBe(outcome);
  });
});

describe("what becomes of a case that nothing answers, or that has to be asked back", () => {
  it.each([
    ["handoff", "right", handedOver],
    ["handoff", "asked_back", asked("a")],
    ["handoff", "answered", answered("a")],
    ["ask", "right", asked("a")],
    ["ask", "right", acting],
    ["ask", "handed_over", handedOver],
    ["ask", "answered", answered("a")],
  ] as const)("expecting %s is %s", (expected, outcome, rehearsal) => {
    expect(outcomeOf(rehearsal, { expected, articleIds: [] })).toBe(outcome);
  });
});

it("keeps what was answered from, else what was offered, and the action", () => {
  expect(foundIn(answered("a", "b")).articles).toEqual([article("a"), article("b")]);
  expect(foundIn(asked("c")).articles).toEqual([article("c")]);
  expect(foundIn(acting)).toEqual({ kind: "ask", articles: [], action: "order_status" });
});
