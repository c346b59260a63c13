const FIELD = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/** What the clocks of a time zone show at an instant, as a `datetime-local` field holds it. */
export function toWallTime(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${get("year").padStart(4, "0")}-${get("month")}-${get("day")}T${get("hour")}:${get("minute")}`;
}

const asUtc = (wallTime: string): number => Date.parse(`${wallTime.slice(0, 16)}Z`);

/**
 * The instant at which the clocks of a time zone show a time; null for what is no time. In the hour that summer time
 * skips it is the instant after the gap by as much, in the hour that comes twice the first of both.
 */
export function fromWallTime(wallTime: string, timeZone: string): Date | null {
  if (!FIELD.test(wallTime) || Number.isNaN(asUtc(wallTime))) return null;
  const wanted = asUtc(wallTime);
  const offsetAt = (instant: number) => asUtc(toWallTime(new Date(instant), timeZone)) - instant;
  const day = 24 * 3_600_000;
  const [before, after] = [offsetAt(wanted - day), offsetAt(wanted + day)];
  const exact = [wanted - before, wanted - after].find((instant) => instant + offsetAt(instant) === wanted);
  return new Date(exact ?? wanted - before);
}
