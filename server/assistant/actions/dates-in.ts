const DAY_MS = 24 * 60 * 60 * 1000;

const RELATIVE: [RegExp, number][] = [
  [/大后天/, 3],
  [/后天|day after tomorrow/i, 2],
  [/明天|明日|\btomorrow\b/i, 1],
  [/今天|今日|\btoday\b/i, 0],
  [/大前天/, -3],
  [/前天|day before yesterday/i, -2],
  [/昨天|昨日|\byesterday\b/i, -1],
];
const FULL = /(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?/g;
const MONTH_DAY = /(?<![\d年/.-])(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?/g;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const ENGLISH =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?\b/gi;

function calendarDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const holds = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return holds ? at.toISOString().slice(0, 10) : null;
}

function shifted(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The days a text names, as `YYYY-MM-DD`, each once: in full, as month and day of this year, or seen from today.
 * @param today the customer's present day, `YYYY-MM-DD`.
 */
export function datesIn(text: string, today: string): string[] {
  const year = Number(today.slice(0, 4));
  const written = [
    ...Array.from(text.matchAll(FULL), ([, y, m, d]) => calendarDay(Number(y), Number(m), Number(d))),
    ...Array.from(text.matchAll(MONTH_DAY), ([, m, d]) => calendarDay(year, Number(m), Number(d))),
    ...Array.from(text.matchAll(ENGLISH), ([, m = "", d, y]) =>
      calendarDay(y ? Number(y) : year, MONTHS.indexOf(m.toLowerCase()) + 1, Number(d)),
    ),
  ].filter((day) => day !== null);
  const relative = RELATIVE.find(([word]) => word.test(text));
  return [...new Set(relative ? [...written, shifted(today, relative[1])] : written)];
}
