import { dayOf } from "@/lib/time";

const DAY_MS = 86_400_000;

/** A calendar day as milliseconds of its midnight in UTC: days add and compare without zones. */
export type Day = number;

/** The day it is in a zone. */
export const today = (now: Date, timeZone: string): Day => Date.parse(`${dayOf(now, timeZone)}T00:00:00Z`);

/** `YYYY-MM-DD`. */
export const isoOf = (day: Day): string => new Date(day).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => day + days * DAY_MS;

/** The same day some months on; the last of the month when that has fewer days. */
export function addMonths(day: Day, months: number): Day {
  const at = new Date(day);
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  return first + (Math.min(at.getUTCDate(), daysIn(first)) - 1) * DAY_MS;
}

function daysIn(first: Day): number {
  const at = new Date(first);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
}

export const firstOfMonth = (day: Day, months = 0): Day => {
  const at = new Date(day);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
};

/** Monday of a day's week, some weeks on. */
export function mondayOf(day: Day, weeks = 0): Day {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  return addDays(day, weeks * 7 - weekday);
}

/** A day of the calendar; null when there is no such day. @param month 1–12. */
export function dayIn(year: number, month: number, date: number): Day | null {
  const day = Date.UTC(year, month - 1, date);
  const at = new Date(day);
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return exists ? day : null;
}

/** Month and day without a year: the one closest to a day. */
export function closestDay(from: Day, month: number, date: number): Day | null {
  const year = new Date(from).getUTCFullYear();
  const days = [year - 1, year, year + 1].flatMap((candidate) => dayIn(candidate, month, date) ?? []);
  return days.sort((a, b) => Math.abs(a - from) - Math.abs(b - from))[0] ?? null;
}

/** An interval in ISO 8601. */
export const intervalOf = (from: Day, to: Day): string => `${isoOf(from)}/${isoOf(to)}`;
