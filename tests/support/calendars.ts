import type { CalendarHours } from "@/lib/contracts/routing";
import { updateCalendar } from "@/server/settings/calendar";
import { staffMember } from "./actors";

/** Hours in which nobody ever works. */
export const NEVER: CalendarHours = {
  timeZone: "Asia/Shanghai",
  weekly: { 0: [], 1: [], 2: [], 3: [], 4: [], 5: [], 6: [] },
  closedDays: [],
  extraDays: {},
};

const AROUND_THE_CLOCK = [{ from: 0, to: 1440 }];

/** Hours in which somebody always works. */
export const ALWAYS: CalendarHours = {
  ...NEVER,
  weekly: {
    0: AROUND_THE_CLOCK,
    1: AROUND_THE_CLOCK,
    2: AROUND_THE_CLOCK,
    3: AROUND_THE_CLOCK,
    4: AROUND_THE_CLOCK,
    5: AROUND_THE_CLOCK,
    6: AROUND_THE_CLOCK,
  },
};

/** Makes these the company's opening hours. */
export async function keepHours(hours: CalendarHours): Promise<void> {
  await updateCalendar({ ctx: await staffMember("admin"), input: hours });
}
