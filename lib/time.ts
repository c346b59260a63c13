const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SEPARATOR_GAP = 5 * MINUTE;

/** Where and in which language a time is read. */
export interface TimeReader {
  /** BCP 47 language. */
  locale: string;
  /** IANA time zone. */
  timeZone: string;
}

function formatter({ locale, timeZone }: TimeReader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const hourCycle = options.hour ? "h23" : undefined;
  return new Intl.DateTimeFormat(locale, { timeZone, hourCycle, ...options });
}

/** Making a formatter costs far more than asking it, and there are only so many zones. */
const dayFormatters = new Map<string, Intl.DateTimeFormat>();

function dayFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  dayFormatters.set(timeZone, made);
  return made;
}

/** The calendar day of an instant in a zone, as `YYYY-MM-DD`. */
export function dayOf(at: Date, timeZone: string): string {
  return dayFormatter(timeZone).format(at);
}

/** A wait as m:ss, h:mm:ss from an hour on; negative waits (clock skew) read 0:00. */
export function formatWait(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND));
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60] as const;
  const [hours, minutes, rest] = parts;
  const tail = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** Date and time to the second with the zone: the exact form behind every shorter one. */
export function formatExact(at: Date, reader: TimeReader): string {
  return formatter(reader, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  }).format(at);
}

/** Hour and minute. */
export function formatClock(at: Date, reader: TimeReader): string {
  return formatter(reader, { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** Month and day, with the year when it is not the reader's current one. */
export function formatDate(at: Date, now: Date, reader: TimeReader): string {
  const sameYear = dayOf(at, reader.timeZone).slice(0, 4) === dayOf(now, reader.timeZone).slice(0, 4);
  return formatter(reader, { year: sameYear ? undefined : "numeric", month: "short", day: "numeric" }).format(at);
}

function relative(locale: string, value: number, unit: Intl.RelativeTimeFormatUnit): string {
  // "5 min ago", as everywhere else; the short style writes "5 min. ago".
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" }).format(value, unit).replace(".", "");
}

/** Relative within a day either way ("5 min ago", "2小时后"), else the date. */
export function formatRelative(at: Date, now: Date, reader: TimeReader): string {
  const difference = at.getTime() - now.getTime();
  const size = Math.abs(difference);
  if (size >= DAY) {
    return formatDate(at, now, reader);
  }
  if (size < MINUTE) {
    return relative(reader.locale, 0, "second");
  }
  return size < HOUR
    ? relative(reader.locale, Math.trunc(difference / MINUTE), "minute")
    : relative(reader.locale, Math.trunc(difference / HOUR), "hour");
}

/** The line between messages: "today, 10:31", "昨天 14:32", else date and clock. */
export function formatSeparator(at: Date, now: Date, reader: TimeReader): string {
  const days = (Date.parse(dayOf(at, reader.timeZone)) - Date.parse(dayOf(now, reader.timeZone))) / DAY;
  const clock = formatClock(at, reader);
  if (days !== 0 && days !== -1) {
    return `${formatDate(at, now, reader)} ${clock}`;
  }
  const word = new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" }).format(days, "day");
  return `${word.charAt(0).toLocaleUpperCase(reader.locale)}${word.slice(1)} ${clock}`;
}

/** Whether a time line stands before `next`: first of all, a new day, or five minutes of silence. */
export function needsSeparator(previous: Date | undefined, next: Date, timeZone: string): boolean {
  return (
    previous === undefined ||
    next.getTime() - previous.getTime() >= SEPARATOR_GAP ||
    dayOf(previous, timeZone) !== dayOf(next, timeZone)
  );
}
