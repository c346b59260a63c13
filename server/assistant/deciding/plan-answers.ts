import { HIGH_TIERS } from "@/lib/contracts/customers";
import type { Care } from "@/lib/contracts/settings";
import { ANGRY } from "../manner";
import { thresholdsFor } from "../recogniser/coverage";
import type { DecideInput } from "./decide";
import { NO_ANSWER, planFailure } from "./hand-over";
import type { Plan, PlannedQuestion } from "./plan";
import { listQuestions, surest, weighQuestions, whichOf } from "./weigh-questions";

const CHOICES = 3;

/** Each question is answered, asked about or left to a person by how sure its best source is. Pure. */
export function planAnswers(input: DecideInput): Plan {
  const { found, settings } = input;
  const parts = weighQuestions(found, settings);
  const [confidence, several] = [surest(parts), listQuestions(parts)];
  if (parts.some(isTold)) {
    const others = otherVariants(parts);
    const choices = others.length > 0 ? { choices: others } : {};
    const answered = parts.some(({ outcome }) => outcome === "answered");
    const kind = answered ? { kind: "answer" as const } : { kind: "handoff" as const, started: false };
    return { does: "answer", decision: { ...kind, confidence, ...choices, ...several, ...offerOf(input) }, parts };
  }
  const unclear = parts.filter(({ outcome }) => outcome === "unclear");
  if (unclear.length > 0) {
    const which = unclear.flatMap((part) => whichOf(part) ?? []);
    const least = thresholdsFor(settings.coverage).choose;
    const choices = which.length > 0 ? which.flatMap((one) => one.choices) : choicesOf(parts, least);
    const decision = { kind: "ask" as const, confidence, choices: [...new Set(choices)], ...several };
    if (which.length === 0) return { does: "say", decision, said: decision.choices.length > 1 ? "choose" : "confirm" };
    return { does: "say", decision, said: "which", asked: which.map(({ familyId }) => familyId) };
  }
  return planFailure(input, NO_ANSWER, { confidence, ...several });
}

/** Whether something is told to a question: from knowledge, or by a rule, which may refuse to answer it. Pure. */
export const isTold = ({ outcome, rule }: PlannedQuestion): boolean => outcome === "answered" || rule !== undefined;

/** The questions that knowledge does not answer, no action took and no rule speaks to. Pure. */
export function openOf(parts: readonly PlannedQuestion[]): string[] {
  const open = parts.filter(({ outcome }) => outcome === "unclear" || outcome === "unanswered");
  return open.filter((part) => !isTold(part)).map(({ text }) => text);
}

/** A person offered beside an answer: the one before did not help, or the company wants it so for this customer. Pure. */
export function offerOf({ settings, tier, understood }: DecideInput): { offered?: true } {
  const cared = (care: Care, applies: boolean) => applies && care === "offer";
  const { whenVip, whenUnhappy } = settings;
  const due = cared(whenVip, HIGH_TIERS.includes(tier)) || cared(whenUnhappy, understood.feeling.anger >= ANGRY);
  return due || understood.objection ? { offered: true } : {};
}

/** Other variants of what is answered, for those whose circumstances are not known. */
function otherVariants(parts: readonly PlannedQuestion[]): string[] {
  const answered = parts.filter(({ outcome }) => outcome === "answered");
  return [...new Set(answered.flatMap(({ passages }) => passages[0]?.variant?.choices ?? []))].slice(0, CHOICES);
}

/** Up to three titles that may have been meant, the likeliest first. */
function choicesOf(parts: readonly PlannedQuestion[], least: number): string[] {
  const near = parts
    .filter(({ outcome }) => outcome === "unclear")
    .flatMap(({ passages }) => passages)
    .filter(({ confidence }) => confidence >= least)
    .sort((one, other) => other.confidence - one.confidence);
  const titles = near.flatMap(({ variant, question, title }) =>
    variant?.does === "ask" ? variant.choices : [question ?? title],
  );
  return [...new Set(titles)].slice(0, CHOICES);
}
