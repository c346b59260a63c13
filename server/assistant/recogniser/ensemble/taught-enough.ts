import type { Recogniser } from "../recogniser";

/** Half of the labels need so many phrasings at least: with fewer, nets learn nothing that the recogniser does not know. */
const PHRASINGS = 30;
/** Beyond these, training would take many minutes. */
const MOST_LABELS = 500;
const MOST_PHRASINGS = 30_000;

/** Whether an ensemble is worth training for a recogniser. */
export function isTaughtEnough({ labels, labelOf }: Pick<Recogniser, "labels" | "labelOf">): boolean {
  if (labels.length < 2 || labels.length > MOST_LABELS || labelOf.length > MOST_PHRASINGS) return false;
  const counts = new Uint32Array(labels.length);
  for (const label of labelOf) counts[label] = (counts[label] as number) + 1;
  return (counts.sort()[labels.length >> 1] as number) >= PHRASINGS;
}
