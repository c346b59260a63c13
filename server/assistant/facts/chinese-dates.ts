import { NUMERALS, readNumeral } from "./chinese-numerals";
import type { DateMeaning, DatePattern } from "./date-pattern";
import { addDays, addMonths, closestDay, type Day, dayIn, firstOfMonth, mondayOf } from "./days";

const N = `\\d{1,4}|[${NUMERALS}]{1,5}`;
const PART = "(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里|半夜)?";
const WEEK = "(?:周|星期|礼拜)";
const YEARS: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, 后年: 2 };
const RELATIVE: Record<string, number> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  前晚: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨儿: -1,
  昨夜: -1,
  今天: 0,
  今日: 0,
  今早: 0,
  今晚: 0,
  今儿: 0,
  当天: 0,
  明天: 1,
  明日: 1,
  明早: 1,
  明晚: 1,
  明儿: 1,
  后天: 2,
  后日: 2,
  大后天: 3,
};
const FEASTS: Record<string, readonly [number, number]> = {
  双十一: [11, 11],
  双11: [11, 11],
  双十二: [12, 12],
  双12: [12, 12],
  六一八: [6, 18],
  "618": [6, 18],
  元旦: [1, 1],
  情人节: [2, 14],
  妇女节: [3, 8],
  劳动节: [5, 1],
  五一: [5, 1],
  儿童节: [6, 1],
  教师节: [9, 10],
  国庆节: [10, 1],
  国庆: [10, 1],
  光棍节: [11, 11],
  平安夜: [12, 24],
  圣诞节: [12, 25],
  圣诞: [12, 25],
};
/** Words after or before a bare weekday that tell it is over. */
const PAST = /[了过]|收到|买的|下的单|签收|寄出|已经|上次|才/;

const number = (text: string | undefined): number => readNumeral(text ?? "") ?? Number.NaN;
const weekday = (text: string | undefined): number =>
  ("一二三四五六日天".indexOf(text ?? "") % 7) + (text === "天" ? 6 : 0);
const yearOf = (day: Day): number => new Date(day).getUTCFullYear();

function ago(count: number, unit: string, sign: number, day: Day): DateMeaning {
  if (!Number.isFinite(count) || count > 4000) return undefined;
  if (unit === "天" || unit === "日") return addDays(day, sign * count);
  if (unit === "周" || unit === "星期" || unit === "礼拜") return addDays(day, sign * count * 7);
  return addMonths(day, sign * count * (unit === "年" ? 12 : 1));
}

function monthDay(month: number, date: number, day: Day, year?: number): DateMeaning {
  if (!(month >= 1 && month <= 12)) return undefined;
  return year === undefined ? closestDay(day, month, date) : dayIn(year, month, date);
}

const weeksIn = (words: string): number => (/下/.test(words) ? 1 : -1) * (words.match(/[上下]/g)?.length ?? 0);

/** How dates are written in Chinese, the longest ways first. */
export const CHINESE_DATES: readonly DatePattern[] = [
  [
    new RegExp(`(?<!\\d)((?:19|20)\\d{2}|[一二][零〇一二三四五六七八九]{3})年(${N})月(?:(${N})[日号]?)?${PART}`, "gu"),
    ([, year, month, date], day) => {
      if (date !== undefined) return monthDay(number(month), number(date), day, number(year));
      const first = dayIn(number(year), number(month), 1);
      return first === null ? null : [first, addDays(firstOfMonth(first, 1), -1)];
    },
  ],
  [
    new RegExp(`(前年|去年|今年|明年)?的?(?<![\\d第])(${N})月份?(${N})[日号]?(?!\\d|个|[点件条位])${PART}`, "gu"),
    ([, year, month, date], day) =>
      monthDay(number(month), number(date), day, year ? yearOf(day) + (YEARS[year] ?? 0) : undefined),
  ],
  [
    new RegExp(
      `(前年|去年|今年|明年)?的?(${Object.keys(FEASTS).join("|")})(?!\\d|路|大街|广场)(?:那天|当天|期间)?`,
      "gu",
    ),
    ([whole, year, feast], day) => {
      if (feast === "618" && /\d618|618\d/.test(whole)) return undefined;
      const [month, date] = FEASTS[feast ?? ""] ?? [0, 0];
      return dayIn(yearOf(day) + (YEARS[year ?? ""] ?? 0), month, date);
    },
  ],
  [
    new RegExp(`(${Object.keys(RELATIVE).join("|")})${PART}`, "gu"),
    ([, word], day, { before }) =>
      word === "当天" || (word === "后天" && /[天周月年]$/.test(before))
        ? undefined
        : addDays(day, RELATIVE[word ?? ""] ?? 0),
  ],
  [
    new RegExp(`(${N})个?半?(天|日|周|星期|礼拜|个月|年)(?:之|以)?(前|后)${PART}`, "gu"),
    ([, count, unit, side], day) => ago(number(count), unit ?? "", side === "前" ? -1 : 1, day),
  ],
  [
    new RegExp(`(上上|下下|上|下|这|本)(?:个|一)?${WEEK}([一二三四五六日天]|末)?${PART}`, "gu"),
    ([, which = "", name], day) => {
      const monday = mondayOf(day, weeksIn(which));
      if (name === "末") return [addDays(monday, 5), addDays(monday, 6)];
      return name === undefined ? [monday, addDays(monday, 6)] : addDays(monday, weekday(name));
    },
  ],
  [
    new RegExp(`(?<![一二两三四五六七八九十\\d几每个])${WEEK}([一二三四五六日天])(?!到|至|[个天年])${PART}`, "gu"),
    ([, name], day, { before, after }) => {
      const distance = (weekday(name) - ((new Date(day).getUTCDay() + 6) % 7) + 7) % 7;
      return addDays(day, PAST.test(before.slice(-4) + after) ? (distance === 0 ? 0 : distance - 7) : distance);
    },
  ],
  [
    new RegExp(`(上上|下下|上|下|这|本)个?月(?:的?(${N})[日号])?${PART}`, "gu"),
    ([, which = "", date], day) => {
      const first = firstOfMonth(day, weeksIn(which));
      if (date === undefined) return [first, addDays(firstOfMonth(first, 1), -1)];
      return dayIn(yearOf(first), new Date(first).getUTCMonth() + 1, number(date));
    },
  ],
  [
    new RegExp(
      `(?<![\\dA-Za-z路街道巷弄院区第座栋里门牌-])(\\d{1,2}|[一二三四五六七八九十]{1,3})[号日](?![楼店线门院机会仓栋馆厅桌码]|航站|\\d|[A-Za-z])${PART}`,
      "gu",
    ),
    ([, date], day) => {
      const wanted = number(date);
      if (!(wanted >= 1 && wanted <= 31)) return undefined;
      const near = [-1, 0, 1].flatMap((months) => {
        const first = new Date(firstOfMonth(day, months));
        return dayIn(first.getUTCFullYear(), first.getUTCMonth() + 1, wanted) ?? [];
      });
      return near.sort((a, b) => Math.abs(a - day) - Math.abs(b - day))[0];
    },
  ],
];
