import type { Decision } from "@/lib/contracts/assistant";
import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import { type CustomerTier, HIGH_TIERS } from "@/lib/contracts/customers";
import type { SettingsOf } from "@/lib/contracts/settings";
import type { FoundQuestion } from "../look-up";
import { ANGRY } from "../manner";
import { matchRule } from "../rules/match-rule";
import type { Understood } from "../understand";
import type { Plan } from "./plan";
import { planAnswers } from "./plan-answers";

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
  const { question, wantsPerson, repeated, feeling, smallTalk } = understood;
  if (wantsPerson) return { does: "say", decision: NOBODY_ONLINE, said: "nobody_online" };
  const rule = matchRule(question, rules);
  if (rule) return planRule(rule, understood);
  if (repeated >= settings.loopTurns && !inAction && !smallTalk) return handOver("loop", "looping");
  if (feeling.anger >= ANGRY && settings.whenUnhappy === "hand_over") return handOver("unhappy", "sorry");
  return null;
}

/**
 * What is said when no action took the message: small talk is returned, an important customer is handed over if the
 * company wants it so, and else each question is treated by how sure its best source is. Pure.
 */
export function decideNext(input: DecideInput): Plan {
  const { understood, settings, tier } = input;
  const { smallTalk } = understood;
  if (smallTalk) return { does: "say", decision: { kind: "ask", confidence: 1 }, said: smallTalk };
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
