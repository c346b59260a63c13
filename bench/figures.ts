/** The value below which a share of the numbers lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** "12.3 %" of a count in a whole, or a dash of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

/** The times of the same things in several rounds → each thing's fastest: what a busy machine would take if it were idle. */
export function fastest(rounds: readonly (readonly number[])[]): number[] {
  return (rounds[0] ?? []).map((_, at) => Math.min(...rounds.map((times) => times[at] ?? Number.POSITIVE_INFINITY)));
}
