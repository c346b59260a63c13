/** Round axis values from 0 up to at least `max`; three to five of them, [0, 1] when there is nothing. */
export function niceTicks(max: number): number[] {
  if (!(max > 0)) {
    return [0, 1];
  }
  const rough = max / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Moves labels apart so that neighbours are at least `gap` from each other; input order is kept, ends stay in 0–`height`. */
export function spreadLabels(positions: readonly number[], gap: number, height: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let floor = 0;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, floor);
    floor = (placed[index] ?? 0) + gap;
  }
  let ceiling = height;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling);
    ceiling = (placed[index] ?? 0) - gap;
  }
  return placed;
}

/** An SVG path through the values in a 100 × 100 box, `max` at the top; a null breaks the line. */
export function linePath(values: readonly (number | null)[], max: number): string {
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  return values
    .map((value, index) => {
      if (value === null) {
        return "";
      }
      const previous = values[index - 1];
      const command = index === 0 || previous === null || previous === undefined ? "M" : "L";
      return `${command}${(index * step).toFixed(2)} ${(100 - (value / max) * 100).toFixed(2)}`;
    })
    .join("");
}
