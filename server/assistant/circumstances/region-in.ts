import { REGIONS } from "@/lib/regions";
import { toSimplified } from "@/lib/text/chinese-script";

type Name = { letters: string; code: string; latin: boolean };

/** Every name of every region, the longest first, so that "Inner Mongolia" is not met inside another. */
const NAMES: readonly Name[] = REGIONS.flatMap(({ code, names, words }) =>
  [...new Set([...Object.values(names), ...words])].map((name) => {
    const letters = toSimplified(name.toLowerCase());
    return { letters, code, latin: /^[\x20-\x7e]+$/.test(letters) };
  }),
).sort((one, other) => other.letters.length - one.letters.length);

/** Words before a place that say something goes there. */
const TOWARDS = /(?:到|往|寄|发|送|去|至|\bto|\binto|\bin)\s*$/;
const DENIED = /(?:不在|不是|不去|\bnot (?:in|to|from))\s*$/;

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[a-z0-9]/.test(letter);

/**
 * The region a text names: the one something goes to when it names several, and none when that does not tell them apart.
 * A country beside a province of it says nothing more. Pure.
 * @param plain lower-case, simplified, half-width text.
 */
export function regionIn(plain: string): { region?: string } {
  const met: { code: string; towards: boolean }[] = [];
  const taken: [number, number][] = [];
  for (const { letters, code, latin } of NAMES) {
    for (let at = plain.indexOf(letters); at >= 0; at = plain.indexOf(letters, at + 1)) {
      const end = at + letters.length;
      const cut = latin && (isLetter(plain[at - 1]) || isLetter(plain[end]));
      if (cut || taken.some(([from, to]) => at < to && end > from)) continue;
      taken.push([at, end]);
      const before = plain.slice(Math.max(0, at - 12), at);
      if (!DENIED.test(before)) met.push({ code, towards: TOWARDS.test(before) });
    }
  }
  const towards = met.filter((one) => one.towards);
  const codes = new Set((towards.length > 0 ? towards : met).map(({ code }) => code));
  const narrow = [...codes].filter((code) => ![...codes].some((other) => other.startsWith(`${code}-`)));
  const [only, ...others] = narrow;
  return only !== undefined && others.length === 0 ? { region: only } : {};
}
