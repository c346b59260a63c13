import { CHINESE_DATES } from "./chinese-dates";
import { type DatePattern, findByPatterns } from "./date-pattern";
import { closestDay, dayIn, today } from "./days";
import { ENGLISH_DATES } from "./english-dates";
import type { Finder } from "./finder";

const full = (year?: string) => (year?.length === 2 ? 2000 + Number(year) : Number(year));

/** Dates in digits. With the year last, English texts name the month first unless that cannot be. */
const digits = (monthFirst: boolean): readonly DatePattern[] => [
  [
    /(?<![\w.-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\w-]|\.\d)/gu,
    ([, year, , month, date]) => dayIn(Number(year), Number(month), Number(date)),
  ],
  [
    /(?<![\w.-])(\d{1,2})([-/])(\d{1,2})\2((?:20)?\d{2})(?![\w-]|\.\d)/gu,
    ([, first, , second, year]) => {
      const american = monthFirst ? Number(second) > 12 || Number(first) <= 12 : Number(second) > 12;
      const [month, date] = american ? [first, second] : [second, first];
      return dayIn(full(year), Number(month), Number(date));
    },
  ],
  [
    /(?<![\w./-])(\d{1,2})\/(\d{1,2})(?![\w/-]|\.\d)/gu,
    ([, first, second], day) => {
      const [month, date] = Number(first) > 12 ? [second, first] : [first, second];
      return Number(month) > 12 || Number(date) > 31 ? undefined : closestDay(day, Number(month), Number(date));
    },
  ],
];

/** Days and intervals, absolute and relative, in both languages; parts of the day belong to the text, not to the value. */
export const findDates: Finder = (plain, { now, timeZone, locale }) =>
  findByPatterns(plain, today(now, timeZone), [...digits(locale === "en"), ...CHINESE_DATES, ...ENGLISH_DATES]);
