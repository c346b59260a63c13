import type { WeighedRows } from "./corpus";
import { byFeature } from "./similar-rows";

/** The inner products of rows with each other, row after row. */
export type Gram = { size: number; products: Float32Array };

/** The inner products of the first `size` rows. */
export function gramOf(data: WeighedRows, size: number): Gram {
  const index = byFeature(
    data,
    Uint32Array.from({ length: size }, (_, row) => row),
  );
  const products = new Float32Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const sums = products.subarray(row * size, (row + 1) * size);
    for (let cell = data.start[row] as number; cell < (data.start[row + 1] as number); cell += 1) {
      const feature = data.feature[cell] as number;
      const value = data.values[cell] as number;
      for (let at = index.start[feature] as number; at < (index.start[feature + 1] as number); at += 1) {
        const other = index.row[at] as number;
        sums[other] = (sums[other] as number) + value * (index.value[at] as number);
      }
    }
  }
  return { size, products };
}

/** The same of some of the rows. */
export function gramAmong({ size, products }: Gram, rows: Uint32Array): Gram {
  const some = new Float32Array(rows.length * rows.length);
  rows.forEach((row, i) => {
    const from = row * size;
    const to = i * rows.length;
    for (let j = 0; j < rows.length; j += 1) some[to + j] = products[from + (rows[j] as number)] as number;
  });
  return { size: rows.length, products: some };
}
