/** The first character of each initial in the order of pinyin, and the letter it stands for. */
const FIRST = [..."吖八嚓咑妸发旮哈丌咔垃呣拏噢妑七呥仨他屲夕丫帀"];
const LETTERS = "abcdefghjklmnopqrstwxyz";

/** Common characters that begin with another letter in another word; every reading is tried. */
const OTHER_READINGS: Record<string, string> = {
  重: "zc",
  长: "cz",
  行: "hx",
  乐: "ly",
  单: "ds",
  会: "hk",
  降: "jx",
  调: "td",
  传: "cz",
  弹: "td",
  壳: "kq",
  朝: "cz",
  盛: "sc",
  圈: "qj",
  率: "ls",
  系: "xj",
  校: "xj",
  角: "j",
  厦: "sx",
  曾: "cz",
};
/** Ways to read one name, at most. */
const MOST = 4;

/** Whether this process knows the order of pinyin: a build with little language data does not. */
const collator = new Intl.Collator("zh-u-co-pinyin");
const known = FIRST.every((character, at) => at === 0 || collator.compare(FIRST[at - 1] as string, character) < 0);

function readings(character: string): string[] {
  const several = OTHER_READINGS[character];
  if (several) return [...several];
  if (!/^\p{Script=Han}$/u.test(character)) return [];
  const at = FIRST.findLastIndex((first) => collator.compare(first, character) <= 0);
  return at < 0 ? [] : [LETTERS[at] as string];
}

/**
 * The first letters of a name's pinyin as people type them, 耳机 → `ej`, one for each way to read it; empty for a name
 * that is not all Chinese. By the order of pinyin that the process sorts by: for jobs, not for requests.
 */
export function pinyinInitials(name: string): string[] {
  if (!known) return [];
  let ways = [""];
  for (const character of name) {
    const letters = readings(character);
    ways = ways.flatMap((way) => letters.map((letter) => way + letter)).slice(0, MOST);
  }
  return ways.filter((way) => way !== "");
}
