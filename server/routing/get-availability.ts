import { asc, eq, sql } from "drizzle-orm";
import { calendars, inboxes } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { isOnline } from "./agent-state";
import { isOpen, nextOpening } from "./opening-hours";

/** Whether a person can be reached now. `opensAt` is null while open or when no opening is planned. */
export type Availability = { open: boolean; agentsOnline: number; reachable: boolean; opensAt: string | null };

/** Public: what the "Talk to a person" button may promise. Without a calendar people count as always open. */
export async function getAvailability({ ctx }: { ctx: ServiceContext }): Promise<Availability> {
  const [inbox] = await ctx.db
    .select({ hours: calendars.hours })
    .from(inboxes)
    .leftJoin(calendars, eq(calendars.id, inboxes.calendarId))
    .where(eq(inboxes.channel, "web"))
    .orderBy(asc(inboxes.id))
    .limit(1);
  const seen = await ctx.db.execute<{ online: number }>(sql`
    select count(*)::int as online from presence where ${isOnline(ctx)}`);
  const agentsOnline = seen.rows[0]?.online ?? 0;
  const open = inbox?.hours ? isOpen(inbox.hours, ctx.now) : true;
  const opensAt = open || !inbox?.hours ? null : nextOpening(inbox.hours, ctx.now);
  return { open, agentsOnline, reachable: open && agentsOnline > 0, opensAt: opensAt?.toISOString() ?? null };
}
