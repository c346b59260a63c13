import { z } from "zod";
import type { CalendarHours } from "./routing";
import { timeZoneSchema } from "./settings";

const DAY_MINUTES = 24 * 60;

const minute = z.int().min(0).max(DAY_MINUTES);
/** Spans of one day in minutes since midnight: each ends after it begins, none overlaps the next. */
export const spansSchema = z
  .array(z.object({ from: minute, to: minute }))
  .max(4)
  .transform((spans) => [...spans].sort((a, b) => a.from - b.from))
  .refine((spans) => spans.every(({ from, to }) => from < to), { error: "hours_backwards" })
  .refine((spans) => spans.every(({ from }, at) => at === 0 || (spans[at - 1]?.to ?? 0) <= from), {
    error: "hours_overlap",
  });

const dateSchema = z.iso.date();

/** A calendar as it is saved. */
export const calendarHoursSchema: z.ZodType<CalendarHours, unknown> = z.object({
  timeZone: timeZoneSchema,
  weekly: z.object({
    0: spansSchema,
    1: spansSchema,
    2: spansSchema,
    3: spansSchema,
    4: spansSchema,
    5: spansSchema,
    6: spansSchema,
  }),
  closedDays: z
    .array(dateSchema)
    .max(400)
    .transform((days) => [...new Set(days)].sort()),
  extraDays: z.record(dateSchema, spansSchema),
});

/** The same hours on the chosen weekdays (0 = Sunday). */
export function sameHours(
  timeZone: string,
  days: readonly number[],
  span: { from: number; to: number },
): CalendarHours {
  const on = (day: number) => (days.includes(day) ? [span] : []);
  const weekly = { 0: on(0), 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6) };
  return { timeZone, weekly, closedDays: [], extraDays: {} };
}
