import type { Features } from "./features";
import { inverseFrequency, scaleRow } from "./inverse-frequency";

/** Texts as rows of feature counts (compressed sparse rows). Word features of a row come first, then its letter features. */
export type Corpus = {
  rows: number;
  /** Sorted hashes: a feature's number is its place here. */
  hashes: Uint32Array;
  /** Where each row begins; one more than there are rows. */
  start: Uint32Array;
  /** Where each row's letter features begin. */
  middle: Uint32Array;
  feature: Uint32Array;
  /** 1 + ln(count). */
  tf: Float32Array;
};

/** Rows with their weights: what classifiers and neighbours look at. */
export type WeighedRows = Pick<Corpus, "start" | "feature"> & { values: Float32Array; features: number };

/** The cells of one row, by reference. */
export function cellsOf({ start, feature, values }: WeighedRows, row: number) {
  const cells = [start[row] as number, start[row + 1] as number] as const;
  return { feature: feature.subarray(...cells), values: values.subarray(...cells) };
}

/** Sorted distinct hashes with their counts. */
export function countHashes(hashes: readonly number[]): { hash: Uint32Array; count: Uint32Array; size: number } {
  const hash = Uint32Array.from(hashes).sort();
  const count = new Uint32Array(hash.length);
  let size = 0;
  for (let at = 0; at < hash.length; at += 1) {
    if (at > 0 && hash[at] === hash[size - 1]) count[size - 1] = (count[size - 1] as number) + 1;
    else {
      hash[size] = hash[at] as number;
      count[size] = 1;
      size += 1;
    }
  }
  return { hash, count, size };
}

/** The number of a hash among sorted ones, or −1. */
export function numberOf(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const at = (low + high) >>> 1;
    const here = hashes[at] as number;
    if (here === hash) return at;
    if (here < hash) low = at + 1;
    else high = at - 1;
  }
  return -1;
}

/** Hashes that at least `minimum` of the texts have, sorted. */
function vocabulary(texts: readonly Features[], minimum: number): Uint32Array {
  const groups = texts.flatMap(({ words, letters }) => [countHashes(words), countHashes(letters)]);
  const all = new Uint32Array(groups.reduce((sum, { size }) => sum + size, 0));
  let end = 0;
  for (const { hash, size } of groups) {
    all.set(hash.subarray(0, size), end);
    end += size;
  }
  all.sort();
  let kept = 0;
  for (let at = 0; at < all.length; ) {
    const hash = all[at] as number;
    const from = at;
    while (at < all.length && all[at] === hash) at += 1;
    if (at - from >= minimum) {
      all[kept] = hash;
      kept += 1;
    }
  }
  return all.slice(0, kept);
}

/** Builds the rows; features found in fewer than `minimum` of the first `counted` texts are left out. */
export function buildCorpus(texts: readonly Features[], counted: number, minimum: number): Corpus {
  const hashes = vocabulary(texts.slice(0, counted), minimum);
  const cells = texts.reduce((sum, { words, letters }) => sum + words.length + letters.length, 0);
  const start = new Uint32Array(texts.length + 1);
  const middle = new Uint32Array(texts.length);
  const feature = new Uint32Array(cells);
  const tf = new Float32Array(cells);
  const numbers = new Map<number, number>();
  hashes.forEach((hash, number) => {
    numbers.set(hash, number);
  });
  let end = 0;
  const add = (group: readonly number[]) => {
    const { hash, count, size } = countHashes(group);
    for (let at = 0; at < size; at += 1) {
      const number = numbers.get(hash[at] as number);
      if (number === undefined) continue;
      feature[end] = number;
      tf[end] = 1 + Math.log(count[at] as number);
      end += 1;
    }
  };
  texts.forEach(({ words, letters }, row) => {
    add(words);
    middle[row] = end;
    add(letters);
    start[row + 1] = end;
  });
  return { rows: texts.length, hashes, start, middle, feature: feature.slice(0, end), tf: tf.slice(0, end) };
}

/** How many of the given rows have each feature. */
export function frequencies(corpus: Corpus, rows: Uint32Array): Uint32Array {
  const frequency = new Uint32Array(corpus.hashes.length);
  for (const row of rows) {
    for (let cell = corpus.start[row] as number; cell < (corpus.start[row + 1] as number); cell += 1) {
      const number = corpus.feature[cell] as number;
      frequency[number] = (frequency[number] as number) + 1;
    }
  }
  return frequency;
}

/** tf·idf of every cell, each group of a row scaled to length 1 and the row to length 1; features nobody has weigh 0. */
export function weigh(corpus: Corpus, frequency: Uint32Array, total: number): WeighedRows {
  const idf = Float32Array.from(frequency, (count) => inverseFrequency(count, total));
  const values = new Float32Array(corpus.feature.length);
  for (let cell = 0; cell < values.length; cell += 1) {
    values[cell] = (corpus.tf[cell] as number) * (idf[corpus.feature[cell] as number] as number);
  }
  for (let row = 0; row < corpus.rows; row += 1) {
    scaleRow(values, corpus.start[row] as number, corpus.middle[row] as number, corpus.start[row + 1] as number);
  }
  return { start: corpus.start, feature: corpus.feature, values, features: frequency.length };
}
