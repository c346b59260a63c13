import { asc, eq } from "drizzle-orm";
import { calendars, inboxes } from "@/db/schema";
import type { CalendarHours } from "@/lib/contracts/routing";
import type { ServiceContext } from "@/server/context";

/** Public: the calendar people answer by; null when none is set and they count as always open. */
export async function getOpeningHours({ ctx }: { ctx: ServiceContext }): Promise<CalendarHours | null> {
  const [inbox] = await ctx.db
    .select({ hours: calendars.hours })
    .from(inboxes)
    .leftJoin(calendars, eq(calendars.id, inboxes.calendarId))
    .where(eq(inboxes.channel, "web"))
    .orderBy(asc(inboxes.id))
    .limit(1);
  return inbox?.hours ?? null;
}
