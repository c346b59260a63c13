/** How much a feature tells: ln((1+n)/(1+df))+1 for one found in `frequency` of `total` texts; 0 when none has it. */
export function inverseFrequency(frequency: number, total: number): number {
  return frequency === 0 ? 0 : Math.log((1 + total) / (1 + frequency)) + 1;
}

/** Scales numbers from..to (exclusive) to length 1 in place. Returns false when all are 0. */
export function scaleToOne(values: Float32Array, from: number, to: number): boolean {
  let square = 0;
  for (let at = from; at < to; at += 1) square += (values[at] as number) ** 2;
  if (square === 0) return false;
  const scale = 1 / Math.sqrt(square);
  for (let at = from; at < to; at += 1) values[at] = (values[at] as number) * scale;
  return true;
}

/** Scales both groups of a row, and then the row, to length 1 in place. */
export function scaleRow(values: Float32Array, from: number, middle: number, to: number): void {
  const first = scaleToOne(values, from, middle);
  const second = scaleToOne(values, middle, to);
  if (!first || !second) return;
  for (let at = from; at < to; at += 1) values[at] = (values[at] as number) * Math.SQRT1_2;
}
