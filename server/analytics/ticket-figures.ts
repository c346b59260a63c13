import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { PeriodFigures } from "@/lib/contracts/analytics";
import { firstRow } from "./conversation-figures";
import { within } from "./conversation-filter";
import type { Range } from "./period-range";

type TicketFigures = Pick<PeriodFigures, "ticketsCreated" | "ticketsResolved" | "ticketResolutionTime">;
type Row = { created: number; resolved: number; seconds: number | null };

/** Tickets made and tickets resolved in the range, and how long the resolved ones took since they were made. */
export async function ticketFigures(db: Executor, range: Range): Promise<TicketFigures> {
  const { created, resolved, seconds } = await firstRow<Row>(
    db,
    sql`select (select count(*)::int from tickets t where ${within(sql`t.created_at`, range)}) as created,
        count(*)::int as resolved,
        percentile_cont(0.5) within group (order by extract(epoch from r.at - t.created_at))::float8 as seconds
      from resolutions r join tickets t on t.id = r.ticket_id
      where ${within(sql`r.at`, range)} and r.returned_at is null`,
  );
  return { ticketsCreated: created, ticketsResolved: resolved, ticketResolutionTime: { seconds, n: resolved } };
}
