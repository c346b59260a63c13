import { expandContractions, normalise } from "@/lib/text/normalise";
import { stem } from "@/lib/text/stem";
import { feelingOf } from "../feeling-of";
import { readClauses } from "../read-clauses";
import { weighClause } from "../weigh-clause";

/** What a text is made of for learning, as hashes below 2^{@link HASH_BITS}: words and pairs,
 * letters, what the built-in judgement saw, and wider patterns (Chinese dictionary words, Latin words one or two apart). */
export type Signs = readonly [words: number[], letters: number[], judged: number[], wider: number[]];

export const HASH_BITS = 20;
const LIMIT = 2000;
const TOKEN =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|[!?#@"]|\.\.\.|\p{Extended_Pictographic}|[:;=]-?[()dp/]/gu;
const NEGATION = /^(?:not|no|never|nothing|without|cannot|不|没|无|别)$/;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** FNV-1a, mixed, cut to HASH_BITS. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return ((value ^ (value >>> 13)) >>> 0) & ((1 << HASH_BITS) - 1);
}

function pieces(text: string, shortest: number, longest: number): string[] {
  const letters = [...text];
  const found: string[] = [];
  for (let length = shortest; length <= longest; length += 1) {
    for (let at = 0; at + length <= letters.length; at += 1) found.push(letters.slice(at, at + length).join(""));
  }
  return found;
}

const pairs = (words: readonly string[]): string[] => words.slice(1).map((word, at) => `${words[at]} ${word}`);

const gapped = (words: readonly string[], gap: number): string[] =>
  words.slice(gap).map((word, at) => `${words[at]} .. ${word}`);

/** Words in the reach of a negation, marked. */
function denied(words: readonly string[]): string[] {
  let reach = 0;
  return words.flatMap((word) => {
    if (/^[!?]$/.test(word)) reach = 0;
    if (NEGATION.test(word)) {
      reach = 4;
      return [];
    }
    reach -= 1;
    return reach >= 0 ? [`not ${word}`] : [];
  });
}

function judged(text: string): string[] {
  const { score, anger, sentiment } = feelingOf(text);
  const clauses = readClauses(text).map(weighClause);
  const all = clauses.flat();
  const sum = (sign: number) =>
    Math.min(6, Math.round(Math.abs(all.reduce((total, { weight }) => total + (weight * sign > 0 ? weight : 0), 0))));
  const last = clauses.findLast((weighed) => weighed.length > 0)?.reduce((total, { weight }) => total + weight, 0) ?? 0;
  const words = all.flatMap(({ unit, weight }) => [
    `${unit.text} ${Math.sign(weight)}`,
    `${unit.kind} ${Math.sign(weight)}`,
  ]);
  const level = `score ${Math.round(score * 5)}`;
  const sums = [`for ${sum(1)}`, `against ${sum(-1)}`, `both ${sum(1) >> 1} ${sum(-1) >> 1}`];
  return [
    level,
    `${level} again`,
    `anger ${Math.round(anger * 4)}`,
    sentiment,
    ...sums,
    `last ${Math.sign(last)}`,
    ...words,
  ];
}

/** The signs of a text, script by script; any text. */
export function signsOf(text: string): Signs {
  const plain = expandContractions(normalise(text.slice(0, LIMIT))).replace(/https?:\/\/\S+/g, " ");
  const tokens = plain.match(TOKEN) ?? [];
  const words = tokens.map((token) => (/^\p{N}+$/u.test(token) ? `#${Math.min(token.length, 4)}` : stem(token)));
  const runs = plain.match(/\p{Script=Han}+/gu) ?? [];
  const chinese = runs.flatMap((run) => Array.from(segmenter.segment(run), ({ segment }) => segment));
  const latin = tokens.filter((token) => /^\p{L}/u.test(token) && !/\p{Script=Han}/u.test(token));
  const framed = ["^", ...words, "$"];
  const han = runs.length > 0 ? pieces(` ${plain} `, 1, 3) : [];
  return [
    [...framed, ...pairs(framed)],
    [...han, ...latin.flatMap((word) => pieces(`_${word}_`, 2, 5))],
    [...judged(text), ...denied(words)],
    chinese.length > 0 ? [...chinese, ...pairs(chinese)] : [...gapped(framed, 2), ...gapped(framed, 3)],
  ].map((group) => group.map(hash)) as unknown as Signs;
}
