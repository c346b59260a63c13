import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { DayFigures } from "@/lib/contracts/analytics";
import { startOfDay } from "@/lib/zoned-days";
import { begun, type Filter, matching, ofMatching, within } from "./conversation-filter";
import type { Range } from "./period-range";

const HOURS = 24;

/** Conversations by the company's hour of day in which they began, added up over the range: 24 numbers. */
export async function conversationsByHour(
  db: Executor,
  range: Range,
  filter: Filter,
  timeZone: string,
): Promise<number[]> {
  const { rows } = await db.execute<{ hour: number; n: number }>(sql`
    select extract(hour from c.created_at at time zone ${timeZone})::int as hour, count(*)::int as n
    from conversations c where ${within(sql`c.created_at`, range)} and ${begun} and ${matching(filter)} group by 1`);
  const counts = new Map(rows.map(({ hour, n }) => [hour, n]));
  return Array.from({ length: HOURS }, (_, hour) => counts.get(hour) ?? 0);
}

/** Volume and containment of each calendar day, up to `to`. @param days of the company, oldest first. */
export async function figuresByDay(
  db: Executor,
  days: readonly string[],
  to: Date,
  filter: Filter,
  timeZone: string,
): Promise<DayFigures[]> {
  const range = { from: startOfDay(days[0] ?? "", timeZone), to };
  const dayOf = (column: ReturnType<typeof sql>) => sql`to_char(${column} at time zone ${timeZone}, 'YYYY-MM-DD')`;
  const [begunRows, resolvedRows] = await Promise.all([
    db.execute<{ day: string; n: number }>(sql`
      select ${dayOf(sql`c.created_at`)} as day, count(*)::int as n from conversations c
      where ${within(sql`c.created_at`, range)} and ${begun} and ${matching(filter)} group by 1`),
    db.execute<{ day: string; n: number; alone: number }>(sql`
      select ${dayOf(sql`r.at`)} as day, count(*)::int as n, count(*) filter (where not r.with_person)::int as alone
      from resolutions r where ${within(sql`r.at`, range)} and r.returned_at is null
        and r.conversation_id is not null and ${ofMatching(sql`r.conversation_id`, filter)} group by 1`),
  ]);
  const volume = new Map(begunRows.rows.map(({ day, n }) => [day, n]));
  const resolved = new Map(resolvedRows.rows.map((row) => [row.day, row]));
  return days.map((day) => ({
    day,
    conversations: volume.get(day) ?? 0,
    containment: { numerator: resolved.get(day)?.alone ?? 0, denominator: resolved.get(day)?.n ?? 0 },
  }));
}
