import { dayOf } from "./time";

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return local - Math.floor(at.getTime() / 1000) * 1000;
}

/** The instant at which a calendar day (YYYY-MM-DD) begins in a zone: its first one where midnight comes twice or never. */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const candidates = [midnight - DAY_MS, midnight + DAY_MS].map(
    (near) => new Date(midnight - offsetAt(new Date(near), timeZone)),
  );
  const starts = candidates.filter((at) => dayOf(at, timeZone) === day).sort((a, b) => a.getTime() - b.getTime());
  const [start] = starts.length > 0 ? starts : [new Date(midnight - offsetAt(new Date(midnight), timeZone) + HOUR_MS)];
  return start ?? new Date(midnight);
}

/** The calendar day so many days after another; negative goes back. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
