import type { DateMeaning, DatePattern } from "./date-pattern";
import { addDays, addMonths, closestDay, type Day, dayIn, firstOfMonth, mondayOf } from "./days";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY_NAME = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thurs?|fri|sat|sun";
const WORDS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const N = `\\d{1,3}|an?|${WORDS.slice(1).join("|")}`;
const PART = "(?: (?:morning|afternoon|evening|night))?";
const NAMED: Record<string, number> = {
  "day before yesterday": -2,
  yesterday: -1,
  "last night": -1,
  today: 0,
  tonight: 0,
  "this morning": 0,
  "this afternoon": 0,
  "this evening": 0,
  tomorrow: 1,
  "day after tomorrow": 2,
};
const FEASTS: Record<string, readonly [number, number]> = {
  "christmas eve": [12, 24],
  "christmas day": [12, 25],
  christmas: [12, 25],
  "boxing day": [12, 26],
  "new year's eve": [12, 31],
  "new year's day": [1, 1],
  "valentine's day": [2, 14],
  halloween: [10, 31],
  "singles' day": [11, 11],
  "singles day": [11, 11],
  "double 11": [11, 11],
  "double eleven": [11, 11],
};

/** Words around a bare weekday that tell it is over. */
const OVER =
  /\b(?:since|came|arrived|was|were|had|did|bought|got|received|placed|ordered|delivered|sent|\w+ed (?:on|from|by))\b/i;

const monthOf = (text = ""): number => MONTHS.indexOf(text.toLowerCase().slice(0, 3)) + 1;
const weekdayOf = (text = ""): number => DAYS.indexOf(text.toLowerCase().slice(0, 3));
const yearOf = (day: Day): number => new Date(day).getUTCFullYear();
const today = (day: Day): number => (new Date(day).getUTCDay() + 6) % 7;
function countOf(text = ""): number {
  const word = WORDS.indexOf(text.toLowerCase());
  if (word > 0) return word;
  return /^an?$/i.test(text) ? 1 : Number(text);
}

function shifted(day: Day, count: number, unit = "", sign: number): DateMeaning {
  if (!Number.isFinite(count) || count > 999) return undefined;
  if (/^day/i.test(unit)) return addDays(day, sign * count);
  if (/^week/i.test(unit)) return addDays(day, sign * count * 7);
  return addMonths(day, sign * count * (/^year/i.test(unit) ? 12 : 1));
}

function named(month: number, date: string | undefined, year: string | undefined, day: Day): DateMeaning {
  return year === undefined ? closestDay(day, month, Number(date)) : dayIn(Number(year), month, Number(date));
}

function period(which: string, unit: string, day: Day): DateMeaning {
  const step = { last: -1, past: -1, previous: -1, this: 0, next: 1, coming: 1 }[which.toLowerCase()] ?? 0;
  if (/week/i.test(unit)) {
    const monday = mondayOf(day, step);
    return /end/i.test(unit) ? [addDays(monday, 5), addDays(monday, 6)] : [monday, addDays(monday, 6)];
  }
  const first = /year/i.test(unit) ? Date.UTC(yearOf(day) + step, 0, 1) : firstOfMonth(day, step);
  return [first, addDays(firstOfMonth(first, /year/i.test(unit) ? 12 : 1), -1)];
}

/** The fourth Thursday of November, on which Black Friday and Cyber Monday hang. */
function thanksgiving(year: number): Day {
  const first = Date.UTC(year, 10, 1);
  return addDays(first, ((3 - today(first) + 7) % 7) + 21);
}

/** How dates are written in English, the longest ways first. "Next Friday" is the one of next week. */
export const ENGLISH_DATES: readonly DatePattern[] = [
  [
    new RegExp(`\\b(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? ((?:19|20)\\d{2}))?\\b(?![:%])`, "giu"),
    ([, month, date, year], day) => named(monthOf(month), date, year, day),
  ],
  [
    new RegExp(`\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})\\b(?:,? ((?:19|20)\\d{2})\\b)?`, "giu"),
    ([, date, month, year], day) => named(monthOf(month), date, year, day),
  ],
  [
    new RegExp(
      `\\b(?:the )?(${Object.keys(NAMED)
        .sort((a, b) => b.length - a.length)
        .join("|")})\\b${PART}`,
      "giu",
    ),
    ([, words = ""], day) => addDays(day, NAMED[words.toLowerCase()] ?? 0),
  ],
  [
    new RegExp(`\\b(${N}) (days?|weeks?|months?|years?) (ago|back|before|from now|from today)\\b`, "giu"),
    ([, count, unit, side = ""], day) => shifted(day, countOf(count), unit, /^from/i.test(side) ? 1 : -1),
  ],
  [
    new RegExp(`\\bin (${N}) (days?|weeks?|months?|years?)\\b(?! or)`, "giu"),
    ([, count, unit], day) => shifted(day, countOf(count), unit, 1),
  ],
  [
    new RegExp(`\\b(last|past|previous|this|next|coming) (${DAY_NAME})\\b${PART}`, "giu"),
    ([, which = "", name], day) => {
      const ahead = (weekdayOf(name) - today(day) + 7) % 7;
      if (/last|past|previous/i.test(which)) return addDays(day, ahead === 0 ? -7 : ahead - 7);
      return /next/i.test(which) ? addDays(mondayOf(day, 1), weekdayOf(name)) : addDays(day, ahead);
    },
  ],
  [
    /\b(last|past|previous|this|next|coming) (weekend|week|month|year)\b/giu,
    ([, which = "", unit = ""], day) => period(which, unit, day),
  ],
  [
    /\b(black friday|cyber monday|thanksgiving)(?: (20\d{2}))?\b/giu,
    ([, name = "", year], day) => {
      const base = thanksgiving(year === undefined ? yearOf(day) : Number(year));
      return addDays(base, { "black friday": 1, "cyber monday": 4 }[name.toLowerCase()] ?? 0);
    },
  ],
  [
    new RegExp(`\\b(last )?(${Object.keys(FEASTS).join("|")})\\b`, "giu"),
    ([, last, name = ""], day) => {
      const [month, date] = FEASTS[name.toLowerCase().replace("’", "'")] ?? [0, 0];
      return dayIn(yearOf(day) - (last ? 1 : 0), month, date);
    },
  ],
  [
    new RegExp(`(?<=\\b(?:on|by|until|since|before|from|till|arrived?|came) )(${DAY_NAME})\\b${PART}`, "giu"),
    ([, name], day, { before, after }) => {
      const ahead = (weekdayOf(name) - today(day) + 7) % 7;
      return addDays(day, ahead > 0 && OVER.test(`${before}|${after}`) ? ahead - 7 : ahead);
    },
  ],
];
