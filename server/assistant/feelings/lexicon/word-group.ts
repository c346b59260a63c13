/**
 * What a word does to the feeling of its clause.
 * - `feel`: says how somebody feels or judges; `value` from -4 to 4.
 * - `event`: something that went wrong or right, told without judging it.
 * - `praise`: a kind word that is often said in irony; beside an event that went wrong it turns.
 * - `negate`: turns what follows in its reach. `boost`: multiplies what follows. `after`: multiplies what came before.
 * - `too`: multiplies, and makes a `measure` (salty, small, far) a complaint of `value`.
 * - `but`: what follows counts more than what came before. `except`: a reservation follows. `wish`: what follows is wanted, not had.
 * - `still`: what should be over is not. `plain`: looks like another word and says nothing.
 */
export type WordKind =
  | "feel"
  | "event"
  | "praise"
  | "negate"
  | "boost"
  | "after"
  | "too"
  | "measure"
  | "but"
  | "except"
  | "wish"
  | "still"
  | "plain";

/** Words of one kind and value. Chinese: parted by spaces; English: parted by commas, a phrase in expanded form ("can not"). */
export type WordGroup = { kind: WordKind; value: number; words: string };

/** Shorthand of a group. */
export const group = (kind: WordKind, value: number, words: string): WordGroup => ({ kind, value, words });
