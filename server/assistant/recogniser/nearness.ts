import type { WeighedRows } from "./corpus";
import type { Table } from "./recogniser";
import { accumulate, TableBuilder } from "./table";

/** Each phrasing keeps its heaviest features: what is left out would change similarities by little. */
const HEAVIEST = 40;

/** The phrasings by feature. Columns are places in `rows`. */
export function buildNearness(data: WeighedRows, rows: Uint32Array): Table {
  const builder = new TableBuilder();
  rows.forEach((row, column) => {
    const cells = Array.from(
      { length: (data.start[row + 1] as number) - (data.start[row] as number) },
      (_, at) => (data.start[row] as number) + at,
    );
    if (cells.length > HEAVIEST) {
      cells.sort((a, b) => (data.values[b] as number) - (data.values[a] as number) || a - b);
      cells.length = HEAVIEST;
    }
    const length = Math.sqrt(cells.reduce((sum, cell) => sum + (data.values[cell] as number) ** 2, 0)) || 1;
    for (const cell of cells) builder.add(data.feature[cell] as number, column, (data.values[cell] as number) / length);
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
