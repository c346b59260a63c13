import type { PlannedEntry } from "./index-plan";
import { type AverageLengths, INITIAL_AVERAGES, postingWeights } from "./posting-weights";

/** How long titles and bodies of entries are on average, in tokens per view; bodies that are empty do not count. */
export function averageLengths(entries: Iterable<PlannedEntry>): AverageLengths {
  const all = [...entries].map((entry) => ({ hasBody: entry.body !== "", ...postingWeights(entry, INITIAL_AVERAGES) }));
  const average = (view: "words" | "grams", side: "title" | "body"): number => {
    const some = side === "title" ? all : all.filter(({ hasBody }) => hasBody);
    const sum = some.reduce((total, { lengths }) => total + lengths[view][side], 0);
    return some.length > 0 ? sum / some.length : INITIAL_AVERAGES[view][side];
  };
  return {
    words: { title: average("words", "title"), body: average("words", "body") },
    grams: { title: average("grams", "title"), body: average("grams", "body") },
  };
}
