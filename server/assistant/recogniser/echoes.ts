import { sequence } from "./sequence";
import { isWord } from "./tokens";

/** A phrasing as somebody else might put it: it stands in for a second phrasing when calibrating. */
type Echo = { tokens: string[]; label: number };

const DROPPED_OF_TEN = 4;
const MOST = 1500;

/** For each label with one phrasing, that phrasing with some of its words left out. */
export function echoes(rows: readonly (readonly string[])[], labelOf: readonly number[], labels: number): Echo[] {
  const counts = new Uint32Array(labels);
  for (const label of labelOf) counts[label] = (counts[label] as number) + 1;
  const found: Echo[] = [];
  rows.forEach((tokens, row) => {
    const label = labelOf[row] as number;
    if (counts[label] !== 1 || found.length >= MOST) return;
    const next = sequence(row + 1);
    for (let warm = 0; warm < 4; warm += 1) next(10);
    const kept = tokens.filter(() => next(10) >= DROPPED_OF_TEN);
    found.push({ tokens: kept.some(isWord) ? kept : [...tokens], label });
  });
  return found;
}
