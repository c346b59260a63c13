import { type SQL, sql } from "drizzle-orm";
import type { CalendarHours } from "@/lib/contracts/routing";
import { type SqlExecutor, selectRows } from "@/server/sql";
import { isOnline } from "./agent-state";
import { openingHours } from "./get-opening-hours";

/** Who is there for customers now, and the hours people answer in; null when none are set. */
export type Staffing = { agentsOnline: number; openingHours: CalendarHours | null };

/** It, as columns of a statement. */
export const staffingColumns = (now: Parameters<typeof isOnline>[0]): SQL => sql`
  (select count(*)::int from presence where ${isOnline(now)}) as "agentsOnline", ${openingHours} as "openingHours"`;

/** It, in a statement of its own. */
export async function readStaffing({ db, now }: { db: SqlExecutor; now: Date }): Promise<Staffing> {
  const [row] = await selectRows<Staffing>(db, sql`select ${staffingColumns({ now })}`);
  return row ?? { agentsOnline: 0, openingHours: null };
}
