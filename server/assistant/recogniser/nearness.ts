import type { WeighedRows } from "./corpus";
import type { Table } from "./recogniser";
import { accumulate, TableBuilder } from "./table";

/** Each phrasing keeps its heaviest features: what is left out would change similarities by little. */
const HEAVIEST = 40;
/** The same where phrasings are many, and there is always a near one. */
const HEAVIEST_OF_MANY = 20;
const MANY = 4000;

/** The phrasings by feature. Columns are places in `rows`. */
export function buildNearness(data: WeighedRows, rows: Uint32Array): Table {
  const builder = new TableBuilder();
  const most = rows.length > MANY ? HEAVIEST_OF_MANY : HEAVIEST;
  rows.forEach((row, column) => {
    const from = data.start[row] as number;
    const to = data.start[row + 1] as number;
    const least = to - from > most ? (data.values.slice(from, to).sort()[to - from - most] as number) : 0;
    let square = 0;
    for (let cell = from; cell < to; cell += 1) {
      const value = data.values[cell] as number;
      if (value >= least) square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    for (let cell = from; cell < to; cell += 1) {
      const value = data.values[cell] as number;
      if (value >= least) builder.add(data.feature[cell] as number, column, value / length);
    }
  });
  return builder.build(data.features, 1);
}

/** The similarity to the nearest phrasing of each label. */
export function nearestByLabel(
  nearness: Table,
  query: { feature: Uint32Array; values: Float32Array },
  labelOf: ArrayLike<number>,
  labels: number,
): Float32Array {
  const sums = new Float32Array(labelOf.length);
  accumulate(nearness, 1, query, sums);
  const nearest = new Float32Array(labels);
  for (let column = 0; column < sums.length; column += 1) {
    const label = labelOf[column] as number;
    if ((sums[column] as number) > (nearest[label] as number)) nearest[label] = sums[column] as number;
  }
  return nearest;
}
