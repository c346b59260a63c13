import type { TimeReader } from "@/lib/time";

/** A date and time as administrators read it, in the company's time zone. */
export function formatDay(at: Date, { locale, timeZone }: TimeReader): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone,
  }).format(at);
}
