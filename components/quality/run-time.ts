import type { TimeReader } from "@/lib/time";

/** When a run ended: day and minute in the company's zone; there are several runs a day, and in a list no two have the same second. */
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
