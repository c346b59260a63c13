import type { WeighedRows } from "./corpus";

/** Which rows have a feature, and how much it weighs there. */
type RowIndex = { start: Uint32Array; row: Uint32Array; value: Float32Array; sums: Float32Array };

/** Features that more rows than this have tell nothing about likeness. */
const COMMON = 150;

/** Turns rows around: from features to rows. */
export function byFeature(data: WeighedRows, rows: Uint32Array): RowIndex {
  const start = new Uint32Array(data.features + 1);
  const each = (visit: (feature: number, row: number, value: number) => void) => {
    for (const row of rows) {
      for (let cell = data.start[row] as number; cell < (data.start[row + 1] as number); cell += 1) {
        visit(data.feature[cell] as number, row, data.values[cell] as number);
      }
    }
  };
  each((feature) => {
    start[feature + 1] = (start[feature + 1] as number) + 1;
  });
  for (let feature = 0; feature < data.features; feature += 1) {
    start[feature + 1] = (start[feature + 1] as number) + (start[feature] as number);
  }
  const next = start.slice();
  const cells = start[data.features] as number;
  const index = {
    start,
    row: new Uint32Array(cells),
    value: new Float32Array(cells),
    sums: new Float32Array(data.start.length),
  };
  each((feature, row, value) => {
    const place = next[feature] as number;
    next[feature] = place + 1;
    index.row[place] = row;
    index.value[place] = value;
  });
  return index;
}

/** The rows most like any of `mine`, and `mine` themselves, in rising order. */
export function similarRows(index: RowIndex, data: WeighedRows, mine: readonly number[], count: number): Uint32Array {
  const met: number[] = [];
  const { sums } = index;
  for (const row of mine) {
    for (let cell = data.start[row] as number; cell < (data.start[row + 1] as number); cell += 1) {
      const feature = data.feature[cell] as number;
      const from = index.start[feature] as number;
      const to = index.start[feature + 1] as number;
      if (to - from > COMMON) continue;
      for (let at = from; at < to; at += 1) {
        const other = index.row[at] as number;
        if (sums[other] === 0) met.push(other);
        sums[other] = (sums[other] as number) + (data.values[cell] as number) * (index.value[at] as number);
      }
    }
  }
  const likeness = Float32Array.from(met, (row) => sums[row] as number).sort();
  const least = likeness[Math.max(0, likeness.length - count)] ?? 0;
  const ranked = met.filter((row) => (sums[row] as number) >= least);
  const chosen = Uint32Array.from(new Set([...mine, ...ranked])).sort();
  for (const row of met) sums[row] = 0;
  return chosen;
}
