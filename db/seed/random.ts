import { type IdKind, newId } from "@/lib/ids";

/** A reproducible source of chance: the same seed gives the same company, whatever machine it is made on. */
export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One of the entries, each as likely as its weight. */
  weighted<Item>(entries: readonly (readonly [Item, number])[]): Item;
  /** Seconds around a median with the long right tail that waiting times have. */
  seconds(median: number): number;
  /** An id whose time part is `at`. */
  id(kind: IdKind, at: Date): string;
};

/** Mulberry32: small, fast, and good enough to decide who asks what. Never for secrets. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A source of chance for one part of the seed. */
export function createRandom(seed: number): Random {
  const next = generator(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error("Seed: nothing to pick from");
    return item;
  };
  return {
    next,
    pick,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    weighted: (entries) => {
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        rest -= weight;
        return rest < 0;
      });
      return (found ?? pick(entries))[0];
    },
    seconds: (median) => {
      const bell = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.max(1, Math.round(median * Math.exp(bell * 0.6)));
    },
    id: (kind, at) =>
      newId(
        kind,
        at.getTime(),
        Uint8Array.from({ length: 10 }, () => Math.floor(next() * 256)),
      ),
  };
}
