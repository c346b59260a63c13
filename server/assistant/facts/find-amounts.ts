import { NUMERALS, readNumeral } from "./chinese-numerals";
import type { Find, Finder } from "./finder";

const SIGNS: Record<string, string> = {
  "¥": "CNY",
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  us$: "USD",
  hk$: "HKD",
  nt$: "TWD",
  rmb: "CNY",
  cny: "CNY",
  usd: "USD",
  eur: "EUR",
  gbp: "GBP",
  hkd: "HKD",
  jpy: "JPY",
};
const WORDS: Record<string, string> = {
  元: "CNY",
  块: "CNY",
  块钱: "CNY",
  圆: "CNY",
  人民币: "CNY",
  元钱: "CNY",
  rmb: "CNY",
  cny: "CNY",
  yuan: "CNY",
  美元: "USD",
  美金: "USD",
  刀: "USD",
  usd: "USD",
  dollars: "USD",
  dollar: "USD",
  bucks: "USD",
  欧元: "EUR",
  euros: "EUR",
  euro: "EUR",
  eur: "EUR",
  "€": "EUR",
  英镑: "GBP",
  pounds: "GBP",
  quid: "GBP",
  gbp: "GBP",
  "£": "GBP",
  港币: "HKD",
  港元: "HKD",
  hkd: "HKD",
  日元: "JPY",
  円: "JPY",
  yen: "JPY",
  jpy: "JPY",
  $: "USD",
};
const FIGURE = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,10}(?:\\.\\d{1,4})?";
const alternatives = (words: object) =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll("$", "\\$"))
    .join("|");
const SIGNED = new RegExp(
  `(?<![A-Za-z])(${alternatives(SIGNS)}) ?(${FIGURE})(?![\\d]) ?([万千百亿kKmM](?![A-Za-z]))?(?:元)?`,
  "giu",
);
const NAMED = new RegExp(
  `(?<![\\d.A-Za-z]|\\d,)(${FIGURE}) ?([万千百亿kK])?多? ?(${alternatives(WORDS)})(?![A-Za-z])(\\d|[一二三四五六七八九])?(?![\\d.])(?:毛|角)?`,
  "giu",
);
const WRITTEN = new RegExp(
  `([${NUMERALS}]{1,12})多?(块钱|块|元|圆|人民币|美元|美金|欧元|英镑|港币|日元)([一二三四五六七八九](?![${NUMERALS}个只件]))?(?:毛|角)?`,
  "gu",
);
const TENTHS = /(\d|[一二两三四五六七八九])(?:毛|角)钱?/gu;
const LARGE =
  /(?<![\d.])(\d{1,6}(?:\.\d{1,4})?)万([一二两三四五六七八九])?(?![步公里人毫转次像素台字粉名张条级个家位瓦安m-])/gu;
/** 块 also counts pieces: what follows then is a thing and not the end of a sum. */
const PIECES = /^(?:儿|表|手表|屏|屏幕|电池|电|板|硬盘|玻璃|布|肉|地|石|木|豆|蛋糕|砖|毛巾|[的]?内存|滤网|充电宝|主板)/;
const SCALE: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000, k: 1000, m: 1_000_000 };
const LARGEST = 1e11;

const figure = (text: string | undefined): number => readNumeral((text ?? "").replaceAll(",", "")) ?? Number.NaN;
const scale = (text: string | undefined): number => SCALE[(text ?? "").toLowerCase()] ?? 1;
const tenths = (text: string | undefined): number => (text === undefined ? 0 : figure(text) / 10);

function amount(match: RegExpMatchArray, value: number, currency: string): Find[] {
  const from = match.index ?? 0;
  if (!Number.isFinite(value)) return [];
  const rounded = Math.round(value * 100) / 100;
  const valid = rounded > 0 && rounded < LARGEST;
  return [{ kind: "amount", from, to: from + match[0].trimEnd().length, value: { amount: rounded, currency }, valid }];
}

const isPieces = (plain: string, match: RegExpMatchArray, unit: string | undefined): boolean =>
  unit === "块" && PIECES.test(plain.slice((match.index ?? 0) + match[0].length));

/** Sums of money in digits or Chinese numerals ("¥1,299.00", "两百块", "三块五", "1.2万"), with their ISO 4217 currency. */
export const findAmounts: Finder = (plain) => [
  ...Array.from(plain.matchAll(SIGNED)).flatMap((match) =>
    amount(match, figure(match[2]) * scale(match[3]), SIGNS[(match[1] ?? "").toLowerCase()] ?? "CNY"),
  ),
  ...Array.from(plain.matchAll(NAMED)).flatMap((match) => {
    const [, number, large, unit] = match;
    if (isPieces(plain, match, unit)) return [];
    return amount(match, figure(number) * scale(large) + tenths(match[4]), WORDS[(unit ?? "").toLowerCase()] ?? "CNY");
  }),
  ...Array.from(plain.matchAll(WRITTEN)).flatMap((match) => {
    const [, number, unit, rest] = match;
    if (isPieces(plain, match, unit) || (unit === "块" && number === "一" && !rest)) return [];
    return amount(match, figure(number) + tenths(rest), WORDS[unit ?? ""] ?? "CNY");
  }),
  ...Array.from(plain.matchAll(TENTHS)).flatMap((match) => amount(match, tenths(match[1]), "CNY")),
  ...Array.from(plain.matchAll(LARGE)).flatMap((match) =>
    amount(match, figure(match[1]) * 10_000 + tenths(match[2]) * 10_000, "CNY"),
  ),
];
