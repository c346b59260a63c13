import { sql } from "drizzle-orm";
import type { CalendarHours } from "@/lib/contracts/routing";
import type { ServiceContext } from "@/server/context";
import { selectRows } from "@/server/sql";

/** The calendar people answer by, as a value in a statement; null when none is set. */
export const openingHours = sql`(select k.hours from inboxes i left join calendars k on k.id = i.calendar_id
  where i.channel = 'web' order by i.id limit 1)`;

/** Public: the calendar people answer by; null when none is set and they count as always open. */
export async function getOpeningHours({ ctx }: { ctx: ServiceContext }): Promise<CalendarHours | null> {
  const [row] = await selectRows<{ hours: CalendarHours | null }>(ctx.db, sql`select ${openingHours} as hours`);
  return row?.hours ?? null;
}
