import { calendars } from "@/db/schema";
import { sameHours } from "@/lib/contracts/calendars";
import type { CalendarHours } from "@/lib/contracts/routing";
import { requirePermission, type ServiceContext } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { saveCalendar } from "./ensure-inboxes";
import { getSettings } from "./get-settings";

const WORKDAYS = [1, 2, 3, 4, 5];
const NINE_TO_SIX = { from: 9 * 60, to: 18 * 60 };

/** The company's hours; Monday to Friday nine to six while none were saved. */
export async function getCalendar({ ctx }: { ctx: ServiceContext }): Promise<CalendarHours> {
  requirePermission(ctx, "settings:manage");
  const [row] = await ctx.db.select({ hours: calendars.hours }).from(calendars).orderBy(calendars.id).limit(1);
  if (row) return row.hours;
  const { timeZone } = await getSettings(ctx.db, "company");
  return sameHours(timeZone, WORKDAYS, NINE_TO_SIX);
}

/** Saves the hours in which people answer; the next customer sees them. */
export async function updateCalendar({ ctx, input }: { ctx: ServiceContext; input: CalendarHours }): Promise<void> {
  requirePermission(ctx, "settings:manage");
  await withTransaction(ctx, async (tx) => {
    await saveCalendar(tx, input);
    await emitEvent(tx, ctx, { name: "settings.changed", entityId: "calendar" });
  });
}
