import type { Decision } from "@/lib/contracts/assistant";
import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import { type CustomerTier, HIGH_TIERS } from "@/lib/contracts/customers";
import type { Care, SettingsOf } from "@/lib/contracts/settings";
import type { FittedVariant } from "../circumstances/fit-passages";
import type { FoundQuestion } from "../look-up";
import { ANGRY } from "../manner";
import { thresholdsFor, verdictOn } from "../recogniser/coverage";
import { matchRule } from "../rules/match-rule";
import type { Understood } from "../understand";
import type { Plan, PlannedQuestion } from "./plan";

const CHOICES = 3;

export type DecideInput = {
  understood: Understood;
  found: readonly FoundQuestion[];
  settings: SettingsOf<"assistant">;
  rules: readonly AssistantRule[];
  /** How often the assistant failed this customer before. */
  misses: number;
  tier: CustomerTier;
  /** The conversation is in the middle of an action: what is said next may belong to it. */
  inAction: boolean;
};

/**
 * What comes before everything else, in this order: a person when asked for one, the company's rules, a loop, an unhappy
 * customer. Null when none of it applies. Pure.
 */
export function decideFirst({ understood, settings, rules, inAction }: DecideInput): Plan | null {
  const { question, wantsPerson, repeated, feeling } = understood;
  if (wantsPerson) return { does: "say", decision: NOBODY_ONLINE, said: "nobody_online" };
  const rule = matchRule(question, rules);
  if (rule) return planRule(rule, understood);
  if (repeated >= settings.loopTurns && !inAction) return handOver("loop", "looping");
  if (feeling.anger >= ANGRY && settings.whenUnhappy === "hand_over") return handOver("unhappy", "sorry");
  return null;
}

/**
 * What is said when no action took the message: a greeting is returned, an important customer is handed over if the
 * company wants it so, and else each question is treated by how sure its best source is. Pure.
 */
export function decideNext(input: DecideInput): Plan {
  const { understood, settings, tier } = input;
  if (understood.greeting) return { does: "say", decision: { kind: "ask", confidence: 1 }, said: "greeting" };
  if (settings.whenVip === "hand_over" && HIGH_TIERS.includes(tier)) return handOver("rule", "fetching");
  return planAnswers(input);
}

/** Asked for a person while nobody was online: had somebody been, the message itself would have queued it. */
const NOBODY_ONLINE: Decision = { kind: "handoff", confidence: 1, started: false };

function handOver(
  reason: "loop" | "unhappy" | "rule" | "no_answer",
  said: "looping" | "sorry" | "fetching",
  confidence = 1,
): Plan {
  return { does: "hand_over", decision: { kind: "handoff", confidence, started: true }, reason, said };
}

function planRule(rule: AssistantRule, { locale }: Understood): Plan {
  const words = rule.words[locale];
  if (rule.kind === "hand_over") return { ...handOver("rule", "fetching"), words, rule } as Plan;
  if (rule.kind === "exact" && rule.source) {
    return { does: "say", decision: { kind: "answer", confidence: 1 }, said: "unknown", words, rule };
  }
  return { does: "say", decision: { kind: "handoff", confidence: 1, started: false }, said: "unknown", words, rule };
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

function planAnswers({ understood, found, settings, misses, tier }: DecideInput): Plan {
  const thresholds = thresholdsFor(settings.coverage);
  const parts = found.map((question): PlannedQuestion => {
    const verdict = verdictOn(question.confidence, thresholds);
    if (verdict === "answer" && whichOf(question)) return { ...question, outcome: "unclear" };
    const outcome = verdict === "answer" ? "answered" : verdict === "choose" ? "unclear" : "unanswered";
    return { ...question, outcome };
  });
  const best = rounded(Math.max(0, ...parts.map(({ confidence }) => confidence)));
  const questions = parts.map(({ text, outcome, confidence }) => ({ text, outcome, confidence: rounded(confidence) }));
  const several = parts.length > 1 ? { questions } : {};
  const offered = mayOffer(settings, tier, understood) ? { offered: true } : {};
  if (parts.some(({ outcome }) => outcome === "answered")) {
    const others = otherVariants(parts);
    const choices = others.length > 0 ? { choices: others } : {};
    return {
      does: "answer",
      decision: { kind: "answer", confidence: best, ...choices, ...several, ...offered },
      parts,
    };
  }
  const unclear = parts.filter(({ outcome }) => outcome === "unclear");
  if (unclear.length > 0) {
    const which = unclear.flatMap((part) => whichOf(part) ?? []);
    const choices = which.length > 0 ? which.flatMap((one) => one.choices) : choicesOf(parts, thresholds.choose);
    const decision = { kind: "ask" as const, confidence: best, choices: [...new Set(choices)], ...several };
    if (which.length === 0) return { does: "say", decision, said: "choose" };
    return { does: "say", decision, said: "which", asked: which.map(({ familyId }) => familyId) };
  }
  if (misses + 1 >= settings.missesBeforeHandoff) {
    return {
      does: "hand_over",
      decision: { kind: "handoff", confidence: best, started: true, ...several },
      reason: "no_answer",
      said: "handing_over",
    };
  }
  return {
    does: "say",
    decision: { kind: "handoff", confidence: best, started: false, ...several },
    said: "unknown",
    missed: true,
  };
}

function mayOffer(
  { whenVip, whenUnhappy }: SettingsOf<"assistant">,
  tier: CustomerTier,
  { feeling }: Understood,
): boolean {
  const cared = (care: Care, applies: boolean) => applies && care === "offer";
  return cared(whenVip, HIGH_TIERS.includes(tier)) || cared(whenUnhappy, feeling.anger >= ANGRY);
}

/** What has to be asked before the best source of a question can be told; null when nothing has. */
function whichOf({ passages }: FoundQuestion): FittedVariant | null {
  const variant = passages[0]?.variant;
  return variant?.does === "ask" ? variant : null;
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
