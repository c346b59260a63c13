import type { Random } from "./random";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** The demo company's time zone has no summer time. */
const SHANGHAI_MS = 8 * HOUR_MS;

/** How busy each hour of the day is: late morning and the evening peak, nights are quiet. */
const HOURS = [5, 3, 2, 1, 1, 2, 4, 9, 20, 38, 56, 50, 34, 32, 38, 40, 38, 34, 32, 40, 56, 54, 36, 16];
/** How busy each weekday is, Sunday first. */
const WEEKDAYS = [0.62, 1.12, 1.06, 1.02, 1, 0.94, 0.72];

/** Double 11: a busy run-up, a rush on the day, and its parcels on the day after. */
function campaign(month: number, day: number): number {
  if (month !== 11) return 1;
  if (day === 11) return 2.6;
  if (day === 10 || day === 12) return 1.7;
  return day < 10 ? 1.25 : 1;
}

/** The instant at which the local day of `at` began. */
export function localMidnight(at: Date): Date {
  return new Date(Math.floor((at.getTime() + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS);
}

/** When conversations of the last `days` days began, oldest first, none later than `until`. */
export function startTimes(random: Random, input: { anchor: Date; until: Date; days: number; count: number }): Date[] {
  const today = localMidnight(input.anchor).getTime();
  const days = Array.from({ length: input.days }, (_, index) => {
    const start = today - (input.days - 1 - index) * DAY_MS;
    const local = new Date(start + SHANGHAI_MS);
    const growth = 0.8 + (0.5 * index) / input.days;
    const weight = growth * (WEEKDAYS[local.getUTCDay()] ?? 1) * campaign(local.getUTCMonth() + 1, local.getUTCDate());
    return [start, weight] as const;
  });
  const hours = HOURS.map((weight, hour) => [hour, weight] as const);
  const times: Date[] = [];
  while (times.length < input.count) {
    const at = random.weighted(days) + random.weighted(hours) * HOUR_MS + random.int(0, HOUR_MS - 1);
    if (at <= input.until.getTime()) times.push(new Date(at));
  }
  return times.sort((a, b) => a.getTime() - b.getTime());
}
