import { sequence, shuffle } from "./sequence";
import type { Trial } from "./try-rows";

function permutation(size: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, at) => at);
  shuffle(order, size, sequence(seed));
  return order;
}

/** Which phrasings one round learns from, and which it is tried with: those of hidden labels, and some of the others. */
export function splitRows(
  trial: Trial,
  round: number,
  parts: number,
  limit: number,
): { train: Uint32Array; held: Uint32Array } {
  const { labelOf, labels, phrasings, corpus, isGuessed } = trial;
  const part = permutation(labels, 7);
  const order = permutation(corpus.rows, 11);
  const seen = new Uint32Array(labels);
  const counts = new Uint32Array(labels);
  for (let row = 0; row < phrasings; row += 1)
    counts[labelOf[row] as number] = (counts[labelOf[row] as number] as number) + 1;
  const isShown = (label: number): boolean => {
    const count = counts[label] as number;
    if (count < 2) return false;
    const turn = seen[label] as number;
    seen[label] = turn + 1;
    return (turn + label) % Math.max(2, Math.min(parts, count)) === round;
  };
  const train: number[] = [];
  const hidden: number[] = [];
  const shown: number[] = [];
  for (const row of order) {
    const label = labelOf[row] as number;
    if ((part[label] as number) % parts === round) {
      if (!isGuessed(row)) hidden.push(row);
    } else if (row >= phrasings) shown.push(row);
    else if (!isGuessed(row) && isShown(label)) shown.push(row);
    else train.push(row);
  }
  const share = Math.min(limit, hidden.length);
  const held = [...hidden.slice(0, share), ...shown.slice(0, limit)];
  return { train: Uint32Array.from(train).sort(), held: Uint32Array.from(held) };
}
