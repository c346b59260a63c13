const FINALS = {
  b: "a ai an ang ao ei en eng i ian iao ie in ing o u",
  p: "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
  m: "a ai an ang ao ei en eng i ian iao ie in ing iu o ou u",
  f: "a an ang ei en eng o ou u",
  d: "a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo",
  t: "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
  n: "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v",
  l: "a ai an ang ao e ei eng i ian iang iao ie in ing iu ong ou u uan un uo v",
  g: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  k: "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
  h: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  j: "i ia ian iang iao ie in ing iong iu u uan ue un",
  q: "i ia ian iang iao ie in ing iong iu u uan ue un",
  x: "i ia ian iang iao ie in ing iong iu u uan ue un",
  zh: "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
  ch: "a ai an ang ao e en eng i ong ou u uai uan uang ui un uo",
  sh: "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
  r: "an ang ao e en eng i ong ou u uan ui un uo",
  z: "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
  c: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  s: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  y: "a an ang ao e i in ing ong ou u uan ue un",
  w: "a ai an ang ei en eng o u",
  "": "a ai an ang ao e ei en er o ou",
};

const SYLLABLES = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(" ").map((final) => initial + final)),
);
const LONGEST_SYLLABLE = 6;
/** A name of more syllables is no word that somebody looks for. */
const MOST = 8;

/** A word cut into syllables of pinyin, into as few as possible (`erji` → `er ji`); null when it is none. Runs anywhere. */
function syllablesOf(word: string): string[] | null {
  const best: (string[] | null)[] = [[]];
  for (let to = 1; to <= word.length; to += 1) {
    best[to] = null;
    for (let from = Math.max(0, to - LONGEST_SYLLABLE); from < to; from += 1) {
      const before = best[from];
      const syllable = word.slice(from, to);
      if (!before || !SYLLABLES.has(syllable)) continue;
      if (!best[to] || before.length + 1 < (best[to] as string[]).length) best[to] = [...before, syllable];
    }
  }
  return best[word.length] ?? null;
}

/**
 * The first letters of what may be a name written in pinyin, 2 to 8 syllables: `erji` → `ej`. Null for other words. Some
 * English words read as pinyin too: what is made of it counts only where a name has these letters.
 */
export function initialsOfPinyin(word: string): string | null {
  if (!/^[a-z]{3,30}$/.test(word)) return null;
  const syllables = syllablesOf(word);
  if (!syllables || syllables.length < 2 || syllables.length > MOST) return null;
  return syllables.map((syllable) => syllable[0]).join("");
}
