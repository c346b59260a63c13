import type { CalendarHours } from "@/lib/contracts/routing";

type LocalTime = { date: string; weekday: number; minute: number };
type Span = { from: number; to: number };

const MINUTE_MS = 60_000;
const SEARCH_DAYS = 60;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** Making a formatter costs far more than asking it, and there are only so many zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    weekday: "short",
  });
  clocks.set(timeZone, made);
  return made;
}

function localTime(at: Date, timeZone: string): LocalTime {
  const parts = clockOf(timeZone).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return {
    date: `${of("year")}-${of("month")}-${of("day")}`,
    weekday: WEEKDAYS.indexOf(of("weekday")),
    minute: Number(of("hour")) * 60 + Number(of("minute")),
  };
}

/** The spans worked on one local day: extra working days win over closed days, both over the week's plan. */
export function spansOn(hours: CalendarHours, date: string, weekday: number): readonly Span[] {
  const extra = hours.extraDays[date];
  if (extra) return extra;
  if (hours.closedDays.includes(date)) return [];
  return hours.weekly[String(weekday) as keyof CalendarHours["weekly"]];
}

/**
 * Whether people work at this instant; without a calendar they count as always at work. Spans are half-open, in minutes
 * since local midnight.
 */
export function isOpen(hours: CalendarHours | null, at: Date): boolean {
  if (!hours) return true;
  const local = localTime(at, hours.timeZone);
  return spansOn(hours, local.date, local.weekday).some((span) => local.minute >= span.from && local.minute < span.to);
}

/**
 * The next instant at which people start working: `at` itself while open, null when nothing opens within sixty days.
 * Days are walked in local time, so a change of the clock moves the answer with it.
 */
export function nextOpening(hours: CalendarHours, at: Date): Date | null {
  if (isOpen(hours, at)) return at;
  const start = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  for (let day = 0; day <= SEARCH_DAYS; day += 1) {
    const probe = new Date(start + day * 24 * 60 * MINUTE_MS);
    const local = localTime(probe, hours.timeZone);
    const upcoming = spansOn(hours, local.date, local.weekday)
      .filter((span) => span.to > span.from && (day > 0 || span.from > local.minute))
      .sort((a, b) => a.from - b.from)[0];
    if (upcoming) return atLocalMinute(hours.timeZone, probe, local, upcoming.from);
  }
  return null;
}

/** When people are next at work; null while they are, without a calendar, and when nothing opens within sixty days. */
export function reopening(hours: CalendarHours | null, at: Date): Date | null {
  return hours && !isOpen(hours, at) ? nextOpening(hours, at) : null;
}

/** The instant of a local minute on the probe's day; one correction absorbs a change of the clock in between. */
function atLocalMinute(timeZone: string, probe: Date, local: LocalTime, minute: number): Date {
  const guess = new Date(probe.getTime() + (minute - local.minute) * MINUTE_MS);
  const seen = localTime(guess, timeZone);
  const dayDrift = seen.date === local.date ? 0 : seen.date < local.date ? -1440 : 1440;
  return new Date(guess.getTime() + (minute - (seen.minute + dayDrift)) * MINUTE_MS);
}
