import type { Decision } from "@/lib/contracts/assistant";
import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import { type CustomerTier, HIGH_TIERS } from "@/lib/contracts/customers";
import type { SettingsOf } from "@/lib/contracts/settings";
import type { FoundQuestion } from "../look-up";
import { ANGRY } from "../manner";
import { matchRule } from "../rules/match-rule";
import { answersByRule } from "../rules/under-rules";
import type { Understood } from "../understand";
import type { Plan } from "./plan";
import { planAnswers } from "./plan-answers";
import { listQuestions, weighQuestions } from "./weigh-questions";

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
export function decideFirst(input: DecideInput): Plan | null {
  const { understood, found, settings, rules, inAction } = input;
  const { question, wantsPerson, repeated, feeling, smallTalk } = understood;
  if (wantsPerson) return planNobody(input);
  const rule = matchRule(question, rules);
  if (rule && takesAll(rule, input)) return planRule(rule, input);
  if (repeated >= settings.loopTurns && !inAction && !smallTalk) return handOver("loop", "looping", found);
  if (feeling.anger >= ANGRY && settings.whenUnhappy === "hand_over") return handOver("unhappy", "sorry", found);
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
 * company wants it so, and else each question is treated by how sure its best source is. Pure.
 */
export function decideNext(input: DecideInput): Plan {
  const { understood, found, settings, tier } = input;
  const { smallTalk } = understood;
  if (smallTalk) return { does: "say", decision: { kind: "ask", confidence: 1 }, said: smallTalk };
  if (settings.whenVip === "hand_over" && HIGH_TIERS.includes(tier)) return handOver("rule", "fetching", found);
  return planAnswers(input);
}

/** Asked for a person while nobody was online: had somebody been, the message itself would have queued it. */
const NOBODY_ONLINE: Decision = { kind: "handoff", confidence: 1, started: false };

/** What was asked besides is answered before that is said, and what knowledge has nothing on stays on the checklist. */
function planNobody(input: DecideInput): Plan {
  const said = "nobody_online";
  if (input.understood.wantsPerson === "alone") return { does: "say", decision: NOBODY_ONLINE, said };
  const listed = listQuestions(weighQuestions(input.found, input.settings), 1);
  const plan = planAnswers(input);
  if (plan.does !== "answer") return { does: "say", decision: { ...NOBODY_ONLINE, ...listed }, said };
  return { ...plan, decision: { ...plan.decision, ...listed, offered: true }, said };
}

/** A person is fetched for the whole message: whatever it asks is left to them, each question by itself. */
function handOver(
  reason: "loop" | "unhappy" | "rule",
  said: "looping" | "sorry" | "fetching",
  found: readonly FoundQuestion[],
): Extract<Plan, { does: "hand_over" }> {
  return {
    does: "hand_over",
    decision: { kind: "handoff", confidence: 1, started: true, ...leftToPerson(found) },
    reason,
    said,
  };
}

function leftToPerson(found: readonly FoundQuestion[]): Pick<Decision, "questions"> {
  return listQuestions(found.map((part) => ({ ...part, outcome: "unanswered" })));
}

function planRule(rule: AssistantRule, { understood, found }: DecideInput): Plan {
  const words = rule.words[understood.locale];
  if (rule.kind === "hand_over") return { ...handOver("rule", "fetching", found), words, rule };
  const decision: Decision = answersByRule(rule)
    ? { kind: "answer", confidence: 1 }
    : { kind: "handoff", confidence: 1, started: false, ...leftToPerson(found) };
  return { does: "say", decision, said: "unknown", words, rule };
}
