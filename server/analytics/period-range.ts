import { PERIOD_DAYS, type Period } from "@/lib/contracts/analytics";
import { dayOf } from "@/lib/time";
import { addDays, startOfDay } from "@/lib/zoned-days";

/** A stretch of time: from is in it, to is not. */
export type Range = { from: Date; to: Date };

/** The period up to now, and the one of as many days before, up to the same time of day. Days are the company's. */
export function periodRanges(period: Period, now: Date, timeZone: string): { current: Range; previous: Range } {
  const length = PERIOD_DAYS[period];
  const today = dayOf(now, timeZone);
  const elapsed = now.getTime() - startOfDay(today, timeZone).getTime();
  const before = addDays(today, -length);
  const from = startOfDay(addDays(today, 1 - length), timeZone);
  const previousTo = new Date(startOfDay(before, timeZone).getTime() + elapsed);
  return {
    current: { from, to: now },
    previous: { from: startOfDay(addDays(today, 1 - 2 * length), timeZone), to: previousTo },
  };
}

/** The company's calendar days up to today, oldest first. */
export function lastDays(count: number, now: Date, timeZone: string): string[] {
  const today = dayOf(now, timeZone);
  return Array.from({ length: count }, (_, index) => addDays(today, index + 1 - count));
}
