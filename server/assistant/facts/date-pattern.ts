import { type Day, intervalOf, isoOf } from "./days";
import type { Find } from "./finder";

/** What a match says: a day, an interval, or (`null`) a day that does not exist. `undefined`: it says no date after all. */
export type DateMeaning = Day | readonly [Day, Day] | null | undefined;

/** One way to write a date, and its meaning given the day it was written. */
export type DatePattern = readonly [
  RegExp,
  (match: RegExpExecArray, day: Day, surroundings: { before: string; after: string }) => DateMeaning,
];

/** How far around a date its clause is read. */
const SURROUNDINGS = 14;
const BREAK = /[,，.。;；!！?？\n]/;

/** The dates of a text, in the order of the patterns; what an earlier pattern took is not read again. */
export function findByPatterns(plain: string, day: Day, patterns: readonly DatePattern[]): Find[] {
  const finds: Find[] = [];
  for (const [pattern, meaningOf] of patterns) {
    for (const match of plain.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (finds.some((find) => from < find.to && find.from < to)) continue;
      const before =
        plain
          .slice(Math.max(0, from - SURROUNDINGS), from)
          .split(BREAK)
          .at(-1) ?? "";
      const after = plain.slice(to, to + SURROUNDINGS).split(BREAK)[0] ?? "";
      const meaning = meaningOf(match, day, { before, after });
      if (meaning !== undefined) finds.push({ kind: "date", from, to, ...written(meaning, match[0]) });
    }
  }
  return joinRanges(
    plain,
    finds.sort((a, b) => a.from - b.from),
  );
}

function written(meaning: Exclude<DateMeaning, undefined>, text: string): { value: string; valid: boolean } {
  if (meaning === null) return { value: text, valid: false };
  return { value: typeof meaning === "number" ? isoOf(meaning) : intervalOf(...meaning), valid: true };
}

const JOINT = /^\s*(?:到|至|-|–|—|~|～|to|until|till|through|and)\s*$/i;

/** "11月1日到3日": two days with nothing but "to" between them are one interval. */
function joinRanges(plain: string, finds: readonly Find[]): Find[] {
  const joined: Find[] = [];
  for (const find of finds) {
    const last = joined.at(-1);
    const [from, to] = [String(last?.value), String(find.value)];
    const between = last && JOINT.test(plain.slice(last.to, find.from));
    if (last && between && last.valid && find.valid && !from.includes("/") && !to.includes("/") && from < to) {
      joined[joined.length - 1] = { ...last, to: find.to, value: `${from}/${to}` };
    } else joined.push(find);
  }
  return joined;
}
