import { CONTINUES, EMPTY_EN } from "./words-en";

const NAME = /(?:^|[^\p{L}])((?:\p{Lu}[\p{L}\p{N}.'’&-]*)(?:(?: of| and| the| &)? \p{Lu}[\p{L}\p{N}.'’&-]*| \d+)*)/gu;
const LONGEST = 5;

/** Runs of up to five words that are not empty, the last one first: English puts what is asked about at the end. */
function runsOf(text: string): string[] {
  const runs: string[][] = [[]];
  for (const word of text.replace(CONTINUES, "").split(/\s+/)) {
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    if (!bare || EMPTY_EN.has(bare.toLowerCase())) runs.push([]);
    else runs.at(-1)?.push(bare);
    if (/[?.!,;:]$/.test(word)) runs.push([]);
  }
  return runs.filter((run) => run.length > 0 && run.length <= LONGEST).map((run) => run.join(" "));
}

/** Names in the middle of sentences, or at the start when the word is no ordinary opening. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)]
    .map(([, name = ""]) => name.replace(/['’]s?$/, ""))
    .filter((name) => !EMPTY_EN.has(name.toLowerCase()) && name.length > 1)
    .map((name) => {
      const [first = "", ...rest] = name.split(" ");
      return EMPTY_EN.has(first.toLowerCase()) ? rest.join(" ") : name;
    })
    .filter(Boolean);
}

/** What an English question is about: its last name, else its last run of words; null when it has neither. */
export function topicOf(text: string): string | null {
  const runs = runsOf(text);
  return namesIn(text.replace(/^\s*\p{Lu}/u, (letter) => letter.toLowerCase())).at(-1) ?? runs.at(-1) ?? null;
}

/** How many words of a message carry something. */
export const contentWords = (text: string): number => runsOf(text).join(" ").split(" ").filter(Boolean).length;
