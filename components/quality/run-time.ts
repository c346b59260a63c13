import type { TimeReader } from "@/lib/time";

/** When a run ended: day and minute in the company's zone; there are several runs a day. */
export function runTime(at: string, { locale, timeZone }: TimeReader): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(at));
}
