import type { Decision } from "@/lib/contracts/assistant";
import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import { type CustomerTier, HIGH_TIERS } from "@/lib/contracts/customers";
import type { SettingsOf } from "@/lib/contracts/settings";
import type { FoundQuestion } from "../look-up";
import { ANGRY } from "../manner";
import { matchRule } from "../rules/match-rule";
import { answersByRule } from "../rules/under-rules";
import type { Understood } from "../understand";
import { handOver, NOT_MEANT, NOT_SOLVED, planFailure } from "./hand-over";
import type { Plan } from "./plan";
import { planAnswers } from "./plan-answers";
import { listQuestions, weighQuestions } from "./weigh-questions";

export type DecideInput = {
  understood: Understood;
  found: readonly FoundQuestion[];
  settings: SettingsOf<"assistant">;
  rules: readonly AssistantRule[];
  /** How many answers in a row have failed this customer before. */
  misses: number;
  tier: CustomerTier;
  /** The conversation is in the middle of an action: what is said next may belong to it. */
  inAction: boolean;
  /** A person may be fetched now. */
  mayFetch: boolean;
};

/**
 * What comes before everything else, in this order: a person when asked for one, a no to what was offered, the company's
 * rules, a loop, an unhappy customer, one whom the answer did not help. Null when none of it applies. Pure.
 */
export function decideFirst(input: DecideInput): Plan | null {
  const { understood, found, settings, rules, inAction } = input;
  const { question, wantsPerson, toOffer, objection, repeated, feeling, smallTalk } = understood;
  if (wantsPerson) return planRequest(input);
  if (toOffer?.wants === "no_person") return { does: "say", decision: { kind: "ask", confidence: 1 }, said: "let_go" };
  if (toOffer?.wants === "no_choice") return planFailure(input, NOT_MEANT);
  const rule = matchRule(question, rules);
  if (rule && takesAll(rule, input)) return planRule(rule, input);
  const isLoop = repeated >= settings.loopTurns && !inAction && !smallTalk;
  if (isLoop) return handOver(input, "loop", "looping", leftToPerson(found));
  const isUnhappy = feeling.anger >= ANGRY && settings.whenUnhappy === "hand_over";
  if (isUnhappy) return handOver(input, "unhappy", "sorry", leftToPerson(found));
  if (objection === "alone") return planFailure(input, NOT_SOLVED);
  return null;
}

/**
 * Whether a rule takes the whole message: it does not where it is about one of several questions, and words are no reason
 * to interrupt an action that waits for an answer.
 */
function takesAll(rule: AssistantRule, { understood, found, inAction }: DecideInput): boolean {
  if (rule.kind === "hand_over") return true;
  const several = found.length > 1 || (understood.reply?.asides.length ?? 0) > 0;
  if (several && found.some((part) => part.rule?.id === rule.id)) return false;
  return rule.kind === "refuse" || !inAction;
}

/**
 * What is said when no action took the message: small talk is returned, an important customer is handed over if the
 * company wants it so, or told once that nobody can be fetched, and else each question is treated by how sure its best source
 * is. Pure.
 */
export function decideNext(input: DecideInput): Plan {
  const { understood, found, settings, tier, mayFetch } = input;
  const { smallTalk, personOffered } = understood;
  if (smallTalk) return { does: "say", decision: { kind: "ask", confidence: 1 }, said: smallTalk };
  if (settings.whenVip === "hand_over" && HIGH_TIERS.includes(tier) && (mayFetch || !personOffered)) {
    return handOver(input, "rule", "fetching", leftToPerson(found));
  }
  return planAnswers(input);
}

/**
 * Somebody who asks for a person gets one. While nobody can be fetched, what was asked besides is answered before that is said,
 * and what knowledge has nothing on stays on the checklist.
 */
function planRequest(input: DecideInput): Plan {
  const { understood, found, settings, mayFetch } = input;
  if (understood.wantsPerson === "alone") return handOver(input, "requested", "fetching");
  if (mayFetch) return handOver(input, "requested", "fetching", leftToPerson(found));
  const listed = listQuestions(weighQuestions(found, settings), 1);
  const plan = planAnswers(input);
  if (plan.does !== "answer") return handOver(input, "requested", "fetching", listed);
  return { ...plan, decision: { ...plan.decision, ...listed, offered: true }, said: "nobody_online" };
}

/** Whatever the message asks, each question by itself. */
function leftToPerson(found: readonly FoundQuestion[]): Pick<Decision, "questions"> {
  return listQuestions(found.map((part) => ({ ...part, outcome: "unanswered" })));
}

function planRule(rule: AssistantRule, input: DecideInput): Plan {
  const { understood, found, mayFetch } = input;
  const words = rule.words[understood.locale];
  if (rule.kind === "hand_over") {
    // The rule's own words may promise somebody who is not there.
    return { ...handOver(input, "rule", "fetching", leftToPerson(found)), ...(mayFetch && { words }), rule };
  }
  const decision: Decision = answersByRule(rule)
    ? { kind: "answer", confidence: 1 }
    : { kind: "handoff", confidence: 1, started: false, ...leftToPerson(found) };
  return { does: "say", decision, said: "unknown", words, rule };
}
