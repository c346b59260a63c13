import { questionKey } from "@/lib/text/tokenise";

/**
 * How a wording was learnt to belong to an article: staff said so, the customer called the answer solved, an agent sent
 * the article, the customer chose it among those offered; or the customer called the answer unsolved.
 */
export type LearntFrom = "corrected" | "solved" | "sent" | "chosen" | "unsolved";

/** A customer's wording, and the article it was learnt to belong to; null when staff said that none does. */
export type Learnt = { text: string; label: string | null; from: LearntFrom };

/** What each teaches, where a written question teaches 1. */
const WORTH: Record<LearntFrom, number> = { corrected: 2, solved: 1, sent: 0.7, chosen: 0.7, unsolved: -1 };
/** A wording teaches no more than this, however often it was confirmed. */
const MOST = 2;

/** What staff decided of a wording, and what all the others have in common. */
export type WeighedLearnt = {
  examples: { text: string; label: string; worth: number }[];
  settled: { text: string; label: string | null }[];
};

/**
 * Makes one opinion of what was learnt, each wording once: what staff said of it stands, else the article most speaks for,
 * as long as more was for it than against it. Pure; keeps the order. Of several corrections the first given holds.
 */
export function weighLearnt(learnt: readonly Learnt[]): WeighedLearnt {
  const examples: WeighedLearnt["examples"] = [];
  const settled: WeighedLearnt["settled"] = [];
  for (const [key, same] of Map.groupBy(learnt, ({ text }) => questionKey(text))) {
    const [first] = same;
    if (!first || key === "") continue;
    const correction = same.find(({ from }) => from === "corrected");
    if (correction) settled.push({ text: correction.text, label: correction.label });
    const best = correction ? { label: correction.label, worth: WORTH.corrected } : favourite(same);
    if (best?.label) examples.push({ text: first.text, label: best.label, worth: Math.min(MOST, best.worth) });
  }
  return { examples, settled };
}

function favourite(same: readonly Learnt[]): { label: string; worth: number } | null {
  const sums = new Map<string, number>();
  for (const { label, from } of same) if (label) sums.set(label, (sums.get(label) ?? 0) + WORTH[from]);
  const [best] = [...sums].sort(([, one], [, other]) => other - one);
  return best && best[1] > 0 ? { label: best[0], worth: best[1] } : null;
}
