import { normalise } from "./normalise";

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const HAN = /^\p{Script=Han}/u;
const LONGEST_PREFIX = 16;

const runsOf = (text: string): string[][] => (normalise(text).match(RUN) ?? []).map((run) => [...run]);
const pairsOf = (letters: string[]) => letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);

/**
 * The terms a short text can be found by while it is typed: every beginning of its words (to 16 letters), and each Han
 * character and pair. A text matches a search when it holds all of the search's {@link searchTerms}.
 */
export function prefixTerms(text: string): string[] {
  const terms = runsOf(text).flatMap((letters) =>
    HAN.test(letters[0] ?? "")
      ? [...letters, ...pairsOf(letters)]
      : letters.slice(0, LONGEST_PREFIX).map((_, at) => letters.slice(0, at + 1).join("")),
  );
  return [...new Set(terms)];
}

/** What a text must hold to match a search: each word as far as it was typed, and each Han pair (or the lone character). */
export function searchTerms(search: string): string[] {
  const terms = runsOf(search).flatMap((letters) => {
    if (!HAN.test(letters[0] ?? "")) return [letters.slice(0, LONGEST_PREFIX).join("")];
    return letters.length === 1 ? letters : pairsOf(letters);
  });
  return [...new Set(terms)];
}
