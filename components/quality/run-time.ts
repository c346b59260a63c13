import { dayOf, formatClock, formatDate, type TimeReader } from "@/lib/time";

/** When a run ended: day and minute in the company's zone; there are several runs a day. */
export function runTime(at: string, { locale, timeZone }: TimeReader, seconds = false): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...(seconds && { second: "2-digit" }),
    hourCycle: "h23",
  }).format(new Date(at));
}

/** Several runs by the minute; those that share one also by the second, as no two have the same. */
export function runTimes(times: readonly string[], reader: TimeReader): string[] {
  const minutes = times.map((at) => runTime(at, reader));
  return minutes.map((minute, index) =>
    minutes.indexOf(minute) === minutes.lastIndexOf(minute) ? minute : runTime(times[index] ?? "", reader, true),
  );
}

/** The same for an axis, which has room for the day or the minute: the minute where all are of one day. */
export function shortRunTimes(times: readonly string[], reader: TimeReader): string[] {
  const dates = times.map((at) => new Date(at));
  const last = dates.at(-1) ?? new Date(0);
  const sameDay = new Set(dates.map((at) => dayOf(at, reader.timeZone))).size === 1;
  return dates.map((at) => (sameDay ? formatClock(at, reader) : formatDate(at, last, reader)));
}
