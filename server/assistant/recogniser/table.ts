import type { Table } from "./recogniser";

/** Entries of a table in any order, before they are sorted by feature. */
export class TableBuilder {
  private feature: number[] = [];
  private column: number[] = [];
  private value: number[] = [];

  add(feature: number, column: number, value: number): void {
    this.feature.push(feature);
    this.column.push(column);
    this.value.push(value);
  }

  /** @param scale what 127 stands for; entries that round to 0 are left out. Columns must have been added in order. */
  build(features: number, scale: number): Table {
    const rounded = this.value.map((value) => Math.max(-127, Math.min(127, Math.round((value / scale) * 127))));
    const start = new Uint32Array(features + 1);
    this.feature.forEach((feature, at) => {
      if (rounded[at] !== 0) start[feature + 1] = (start[feature + 1] as number) + 1;
    });
    for (let feature = 0; feature < features; feature += 1) {
      start[feature + 1] = (start[feature + 1] as number) + (start[feature] as number);
    }
    const next = start.slice();
    const column = new Uint32Array(start[features] as number);
    const value = new Int8Array(column.length);
    this.feature.forEach((feature, at) => {
      if (rounded[at] === 0) return;
      const place = next[feature] as number;
      next[feature] = place + 1;
      column[place] = this.column[at] as number;
      value[place] = rounded[at] as number;
    });
    return { start, column, value };
  }

  largest(): number {
    return this.value.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  }
}

/** Adds value × weight of each entry of a query's features to its column's sum. */
export function accumulate(
  table: Table,
  scale: number,
  query: { feature: Uint32Array; values: Float32Array },
  sums: Float32Array,
): void {
  query.feature.forEach((feature, at) => {
    const factor = ((query.values[at] as number) * scale) / 127;
    for (let entry = table.start[feature] as number; entry < (table.start[feature + 1] as number); entry += 1) {
      const column = table.column[entry] as number;
      sums[column] = (sums[column] as number) + factor * (table.value[entry] as number);
    }
  });
}
