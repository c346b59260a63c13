import type { Table } from "./recogniser";

/** Entries of a table, before they are sorted by feature. */
export class TableBuilder {
  private feature = new Uint32Array(1 << 12);
  private column = new Uint32Array(1 << 12);
  private value = new Float32Array(1 << 12);
  private size = 0;

  /** Columns are added in rising order. */
  add(feature: number, column: number, value: number): void {
    if (this.size === this.feature.length) this.grow();
    this.feature[this.size] = feature;
    this.column[this.size] = column;
    this.value[this.size] = value;
    this.size += 1;
  }

  private grow(): void {
    const larger = <Numbers extends Uint32Array | Float32Array>(values: Numbers, empty: Numbers): Numbers => {
      empty.set(values);
      return empty;
    };
    this.feature = larger(this.feature, new Uint32Array(this.size * 2));
    this.column = larger(this.column, new Uint32Array(this.size * 2));
    this.value = larger(this.value, new Float32Array(this.size * 2));
  }

  /** @param scale what 127 stands for; entries that round to 0 are left out. */
  build(features: number, scale: number): Table {
    const rounded = new Int8Array(this.size);
    const start = new Uint32Array(features + 1);
    for (let at = 0; at < this.size; at += 1) {
      const whole = Math.round(((this.value[at] as number) / scale) * 127);
      rounded[at] = Math.max(-127, Math.min(127, whole));
      if (whole !== 0) {
        const after = (this.feature[at] as number) + 1;
        start[after] = (start[after] as number) + 1;
      }
    }
    for (let feature = 0; feature < features; feature += 1) {
      start[feature + 1] = (start[feature + 1] as number) + (start[feature] as number);
    }
    const next = start.slice();
    const column = new Uint32Array(start[features] as number);
    const value = new Int8Array(column.length);
    for (let at = 0; at < this.size; at += 1) {
      if (rounded[at] === 0) continue;
      const feature = this.feature[at] as number;
      const place = next[feature] as number;
      next[feature] = place + 1;
      column[place] = this.column[at] as number;
      value[place] = rounded[at] as number;
    }
    return { start, column, value };
  }

  /** The largest size of a value; 0 when there is none. */
  largest(): number {
    let most = 0;
    for (let at = 0; at < this.size; at += 1) most = Math.max(most, Math.abs(this.value[at] as number));
    return most;
  }
}

/** Adds value × weight of each entry of a query's features to its column's sum. */
export function accumulate(
  table: Table,
  scale: number,
  query: { feature: Uint32Array; values: Float32Array },
  sums: Float32Array,
): void {
  const { start, column, value } = table;
  for (let at = 0; at < query.feature.length; at += 1) {
    const feature = query.feature[at] as number;
    const factor = ((query.values[at] as number) * scale) / 127;
    const end = start[feature + 1] as number;
    for (let entry = start[feature] as number; entry < end; entry += 1) {
      const place = column[entry] as number;
      sums[place] = (sums[place] as number) + factor * (value[entry] as number);
    }
  }
}
