import { ENGLISH_CONCEPTS } from "./concepts-en";
import { CHINESE_CONCEPTS } from "./concepts-zh";
import { baseOf, tokensOf } from "./tokens";

/** Phrases by their joined stems; each names the groups it belongs to. */
const GROUPS = new Map<string, number[]>();
let longest = 1;

[...ENGLISH_CONCEPTS.trim().split("\n"), ...CHINESE_CONCEPTS.trim().split("\n")].forEach((line, group) => {
  for (const phrase of line.split(",")) {
    const bases = tokensOf(phrase).map(baseOf);
    longest = Math.max(longest, bases.length);
    const key = bases.join(" ");
    const groups = GROUPS.get(key);
    if (!groups) GROUPS.set(key, [group]);
    else if (!groups.includes(group)) groups.push(group);
  }
});

/** The concepts a text's tokens name, in order of mention; a phrase that names several gives several. The longest phrase wins. */
export function conceptsOf(tokens: readonly string[]): number[][] {
  const bases = tokens.map(baseOf);
  const found: number[][] = [];
  for (let at = 0; at < bases.length; ) {
    let taken = 1;
    for (let length = Math.min(longest, bases.length - at); length > 0; length -= 1) {
      const groups = GROUPS.get(bases.slice(at, at + length).join(" "));
      if (!groups) continue;
      found.push(groups);
      taken = length;
      break;
    }
    at += taken;
  }
  return found;
}
