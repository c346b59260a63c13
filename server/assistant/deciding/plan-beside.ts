import type { ActionTurn } from "@/lib/contracts/actions";
import { headingOf, leftOpen, nextInLine, say } from "../words";
import type { DecideInput } from "./decide";
import type { Plan, PlannedQuestion } from "./plan";
import { isTold, offerOf, openOf } from "./plan-answers";
import { listQuestions, surest, weighQuestions } from "./weigh-questions";

/**
 * Questions of which actions took some, or that stand beside what one was told: the others are answered from knowledge, and
 * the action speaks after them; what waits for its turn is named last. Pure.
 * @param under the action that was under way when the message came.
 */
export function planBeside(input: DecideInput, turn: ActionTurn, under: string | null): Plan {
  const { locale } = input.understood;
  const taken = new Map((turn.questions ?? []).map(({ at, outcome }) => [at, outcome]));
  const parts = weighQuestions(input.found, input.settings).map(
    (part, at): PlannedQuestion => (taken.has(at) ? { ...part, outcome: "action" } : part),
  );
  const listed = listQuestions(
    parts.map((part, at) => ({ ...part, ...outcomeOf(taken.get(at)) })),
    1,
  );
  const waiting = parts.filter((_, at) => taken.get(at) === "waiting").map(({ text }) => text);
  const later = waiting.length > 0 ? nextInLine(locale, waiting) : "";
  const lead = leadTo(input, turn, under);
  const told = parts.filter(isTold);
  if (told.length === 0) {
    const open = openOf(parts);
    const words = joined(open.length > 0 ? leftOpen(locale, open) : "", open.length > 0 ? lead : "", turn.text, later);
    return { does: "act", decision: { ...turn.decision, ...listed }, words };
  }
  const begun = joined(lead, turn.text, later);
  const answered = told.filter(({ outcome }) => outcome === "answered");
  if (answered.length === 0) return { does: "answer", decision: { ...turn.decision, ...listed }, parts, begun };
  const { kind, confidence: _certain, started: _offered, ...beginning } = turn.decision;
  const offered = kind === "handoff" ? { offered: true } : offerOf(input);
  const decision = { kind: "answer" as const, confidence: surest(answered), ...beginning, ...listed, ...offered };
  return { does: "answer", decision, parts, begun };
}

const outcomeOf = (outcome: PlannedQuestion["outcome"] | undefined) => (outcome ? { outcome, confidence: 1 } : {});

const joined = (...texts: string[]): string => texts.filter((text) => text !== "").join("\n\n");

/** What parts an action's words from what is said before them: the question it took, or that the one under way goes on. */
function leadTo(
  { found, understood }: DecideInput,
  { questions = [], decision }: ActionTurn,
  under: string | null,
): string {
  const first = questions.find(({ outcome }) => outcome !== "waiting");
  if (first) return `**${headingOf(found[first.at]?.text ?? "")}**`;
  return decision.kind === "ask" && decision.action.key === under ? say(understood.locale, "going_on") : "";
}
