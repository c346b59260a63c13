import { HASH_BITS, type Signs } from "./signs-of";

/** One text as a vector of length 1. */
export type Row = { feature: Uint32Array; value: Float32Array };

/** How often each sign of each group was met, and in how many texts. */
export type SignCounts = { texts: number; met: readonly Float32Array[] };

/** What the groups of signs are worth beside each other, in each of the views that judge together. */
export const VIEWS = [
  [1, 1, 0.7, 0],
  [0.7, 1, 0.7, 0.7],
] as const;
export type View = (typeof VIEWS)[number];

const GROUPS = 4;
const SIZE = 1 << HASH_BITS;
/** Keeps the groups apart in one space. */
const SHIFT = 7919;
/** Signs met in fewer texts teach nothing. */
const LEAST = 2;

export const FEATURES = SIZE;

/** Counts the texts that show each sign. */
export function countSigns(texts: readonly Signs[]): SignCounts {
  const met = Array.from({ length: GROUPS }, () => new Float32Array(SIZE));
  for (const groups of texts) {
    groups.forEach((group, at) => {
      const counts = met[at] as Float32Array;
      for (const sign of new Set(group)) counts[sign] = (counts[sign] as number) + 1;
    });
  }
  return { texts: texts.length, met };
}

/** tf·idf of a text's signs: sublinear tf, smooth idf, each group scaled, the whole of length 1. */
export function weighSigns(groups: Signs, { texts, met }: SignCounts, view: View): Row {
  const values = new Map<number, number>();
  groups.forEach((group, at) => {
    const share = view[at] ?? 0;
    if (share === 0) return;
    const counts = new Map<number, number>();
    for (const sign of group) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    const cells: [number, number][] = [];
    for (const [sign, count] of counts) {
      const known = met[at]?.[sign] ?? 0;
      if (known < LEAST) continue;
      cells.push([(sign + at * SHIFT) % SIZE, (1 + Math.log(count)) * (Math.log((1 + texts) / (1 + known)) + 1)]);
    }
    const scale = share / (Math.hypot(...cells.map(([, value]) => value)) || 1);
    for (const [feature, value] of cells) values.set(feature, (values.get(feature) ?? 0) + value * scale);
  });
  const scale = 1 / (Math.hypot(...values.values()) || 1);
  return {
    feature: Uint32Array.from(values.keys()),
    value: Float32Array.from(values.values(), (value) => value * scale),
  };
}
