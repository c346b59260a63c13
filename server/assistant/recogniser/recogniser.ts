import type { Trials } from "./calibrate";
import type { Ensemble } from "./ensemble/ensemble";
import type { Settled } from "./settled";
import type { WordList } from "./spelling";

/** Sparse rows of small whole numbers: what a feature says of labels or of phrasings. */
export type Table = {
  /** Where each feature's entries begin; one more than there are features. */
  start: Uint32Array;
  /** The label or phrasing of each entry. */
  column: Uint32Array;
  /** 1–127 or −127–−1; times the table's scale. */
  value: Int8Array;
};

/** A trained recogniser. Made by trainRecogniser or decodeRecogniser; never changed afterwards. */
export type Recogniser = {
  labels: readonly string[];
  /** How many phrasings it was trained on. */
  phrasings: number;
  /** Sorted; a feature's number is its place. */
  hashes: Uint32Array;
  /** Phrasings that have the feature. */
  frequency: Uint32Array;
  /** By label. */
  weights: Table;
  /** The largest weight, which 127 stands for. */
  weightScale: number;
  /** By phrasing: the heaviest features of each, for finding the nearest one. 127 stands for 1. */
  nearness: Table;
  /** The label of each phrasing. */
  labelOf: Uint32Array;
  words: WordList;
  /** Wordings whose label is not guessed. */
  settled: Settled;
  /** Intercept, then one coefficient for each evidence. */
  calibration: Float32Array;
  trials: Trials;
  /** A second opinion, where one was trained for it and is in memory. */
  ensemble?: Ensemble;
};
