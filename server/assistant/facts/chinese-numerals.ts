const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  俩: 2,
  仨: 3,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const BIG: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** Characters Chinese numbers are written with. */
export const NUMERALS = "零〇一二两三四五六七八九十百千万亿";

/**
 * A whole number written in Chinese ("两百", "一千二" = 1200, "二〇二六"), in digits ("12"), or both ("3万").
 * @returns null for what is not a number.
 */
export function readNumeral(text: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const mixed = /^(\d+(?:\.\d+)?)([百千万亿])$/.exec(text);
  if (mixed) return Number(mixed[1]) * ({ ...UNITS, ...BIG }[mixed[2] ?? ""] ?? 1);
  if (text === "" || [...text].some((letter) => !NUMERALS.includes(letter) && !(letter in DIGITS))) return null;
  if ([...text].every((letter) => letter in DIGITS)) return Number([...text].map((letter) => DIGITS[letter]).join(""));
  return readUnits(text);
}

function readUnits(text: string): number {
  let [total, section, digit, lastUnit] = [0, 0, -1, 1];
  let skipped = false;
  for (const letter of text) {
    if (letter in BIG) {
      total = (total + section + Math.max(digit, 0)) * (BIG[letter] ?? 1);
      [section, digit, lastUnit, skipped] = [0, -1, BIG[letter] ?? 1, false];
    } else if (letter in UNITS) {
      section += (digit < 0 ? 1 : digit) * (UNITS[letter] ?? 1);
      [digit, lastUnit, skipped] = [-1, UNITS[letter] ?? 1, false];
    } else if (DIGITS[letter] === 0) skipped = true;
    else digit = DIGITS[letter] ?? 0;
  }
  // "一千二" says 1200: a last digit without its unit is of the unit below, unless a zero says otherwise.
  const tail = digit < 0 ? 0 : digit * (lastUnit >= 100 && !skipped ? lastUnit / 10 : 1);
  return total + section + tail;
}
