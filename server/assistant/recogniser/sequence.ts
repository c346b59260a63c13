/** A repeatable sequence of whole numbers below a bound (xorshift32). */
export function sequence(seed: number): (bound: number) => number {
  let state = Math.imul(seed | 0 || 1, 0x9e3779b1) | 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

/** Shuffles the first `count` numbers in place. */
export function shuffle(order: Uint32Array, count: number, next: (bound: number) => number): void {
  for (let at = count - 1; at > 0; at -= 1) {
    const other = next(at + 1);
    const swap = order[at] as number;
    order[at] = order[other] as number;
    order[other] = swap;
  }
}
