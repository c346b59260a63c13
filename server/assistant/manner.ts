import { type CustomerTier, HIGH_TIERS } from "@/lib/contracts/customers";
import type { Feeling } from "@/lib/contracts/understanding";

/**
 * What a customer's profile and mood ask of the words said to them: an apology for the trouble, one for a conversation that
 * ended badly, thanks for long loyalty, patience with somebody new. In the order they are said.
 */
export type Manner = "apologetic" | "making_up" | "appreciative" | "patient";

type Customer = {
  tier: CustomerTier;
  feeling: Pick<Feeling, "score" | "anger">;
  /** The latest rating of a conversation of theirs, 4 best … 1; null without. */
  lastScore?: number | null;
  /** Whether this is their first conversation. */
  isNew?: boolean;
};

/** Scores from here down are a complaint: more than one word of trouble, which a mere question may hold as well. */
const UPSET = -0.56;
/** Anger from which a message counts as unhappy, in [0, 1]. */
export const ANGRY = 0.5;
const BAD_SCORE = 2;

/** How to speak to a customer. */
export function mannersFor({ tier, feeling, lastScore = null, isNew = false }: Customer): Manner[] {
  const manners: [Manner, boolean][] = [
    ["apologetic", feeling.score <= UPSET || feeling.anger >= ANGRY],
    ["making_up", lastScore !== null && lastScore <= BAD_SCORE],
    ["appreciative", HIGH_TIERS.includes(tier)],
    ["patient", isNew],
  ];
  return manners.filter(([, applies]) => applies).map(([manner]) => manner);
}
