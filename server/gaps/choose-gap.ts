import { type AskedFor, alike } from "./terms";

/** From here on two questions are one need. */
const ALIKE = 0.5;
/** A new question also resembles the others of the group, or a chain of neighbours would join what is far apart. */
const ALIKE_ON_AVERAGE = 0.35;

/** A question and the gap it was put into. */
export type Placed = AskedFor & { gapId: string };

/**
 * The gap a question belongs to: the one that holds the question most like it, as long as it is like the others there as
 * well; null begins a new one. Of gaps that are as like the first given is taken. Pure.
 */
export function chooseGap(question: AskedFor, placed: readonly Placed[]): string | null {
  let best: { gapId: string; likeness: number } | null = null;
  for (const [gapId, members] of Map.groupBy(placed, (member) => member.gapId)) {
    const likeness = members.map((member) => alike(question, member));
    const nearest = Math.max(...likeness);
    const mean = likeness.reduce((sum, value) => sum + value, 0) / likeness.length;
    if (nearest < ALIKE || (nearest < 1 && mean < ALIKE_ON_AVERAGE)) continue;
    if (!best || nearest > best.likeness) best = { gapId, likeness: nearest };
  }
  return best?.gapId ?? null;
}
