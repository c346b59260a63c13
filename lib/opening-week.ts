import type { CalendarHours } from "./contracts/routing";
import { dayOf, formatClock, formatDate, type TimeReader } from "./time";

/** Days in a row with the same hours: `from`–`to` in minutes since midnight, days as 1 = Monday … 7 = Sunday. */
export type OpeningLine = { firstDay: number; lastDay: number; from: number; to: number };

const DAYS = ["1", "2", "3", "4", "5", "6", "0"] as const;

/** The week's plan in as few lines as possible, Monday first; a day with two spans makes two lines. */
export function openingWeek(weekly: CalendarHours["weekly"]): OpeningLine[] {
  const lines: OpeningLine[] = [];
  for (const [index, key] of DAYS.entries()) {
    const day = index + 1;
    for (const { from, to } of weekly[key] ?? []) {
      const last = lines.find((line) => line.lastDay === day - 1 && line.from === from && line.to === to);
      if (last) last.lastDay = day;
      else lines.push({ firstDay: day, lastDay: day, from, to });
    }
  }
  return lines;
}

/** Whether people work every minute of the week. */
export function isAroundTheClock(lines: readonly OpeningLine[]): boolean {
  return lines.some(({ firstDay, lastDay, from, to }) => firstDay === 1 && lastDay === 7 && from === 0 && to === 1440);
}

/** Minutes since midnight as H:MM on the 24-hour clock; the end of a day is 24:00. */
export function minuteOfDay(minutes: number): string {
  if (minutes === 1440) return "24:00";
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${Math.floor(inDay / 60)}:${String(inDay % 60).padStart(2, "0")}`;
}

/** Short name of a weekday, 1 = Monday … 7 = Sunday. */
export function weekdayName(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(Date.UTC(2024, 0, day));
}

/** Minutes a zone is ahead of UTC at an instant. */
export function zoneOffset(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return sign ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}

/** A zone as people read it: GMT+8. */
export function zoneName(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** When people are back: the clock alone today, the weekday within six days, else the date. */
export function formatOpening(at: Date, now: Date, { locale, timeZone }: TimeReader): string {
  const clock = formatClock(at, { locale, timeZone });
  const days = Math.round((Date.parse(dayOf(at, timeZone)) - Date.parse(dayOf(now, timeZone))) / 86_400_000);
  if (days === 0) return clock;
  const space = locale.startsWith("zh") ? "" : " ";
  if (days > 6) return `${formatDate(at, now, { locale, timeZone })} ${clock}`;
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone }).format(at);
  return `${weekday}${space}${clock}`;
}
