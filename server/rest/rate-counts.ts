import { sql } from "drizzle-orm";
import { type SqlExecutor, selectRows } from "@/server/sql";

/** One use to count: by whom, of how many in how long. */
export type Use = { caller: string; points: number; seconds: number };

/** Callers known to be over, with the instant their window ends, so that a flood costs no statements. */
const over = new Map<string, number>();
const REMEMBERED = 10_000;

const keyOf = ({ caller, points }: Use) => `${points} ${caller}`;

function remember(use: Use, seconds: number): void {
  if (over.size >= REMEMBERED) over.clear();
  over.set(keyOf(use), Date.now() + seconds * 1000);
}

/** Whole seconds for which a caller is known to be over; 0 = not known to be. */
function secondsOver(use: Use): number {
  const until = over.get(keyOf(use));
  if (until === undefined) return 0;
  const left = until - Date.now();
  if (left <= 0) over.delete(keyOf(use));
  return Math.max(0, Math.ceil(left / 1000));
}

/**
 * Counts one use for each caller in one statement that holds over all processes: row locks put parallel calls in a
 * row, so exactly `points` uses of a window are let through. The rows are taken in one order, so that two calls of
 * shared callers never wait for each other.
 * @returns the seconds until the use is possible again; 0 = go on.
 */
export async function countUses(db: SqlExecutor, uses: readonly Use[]): Promise<number> {
  const known = Math.max(0, ...uses.map(secondsOver));
  if (known > 0) return known;
  const ordered = uses.toSorted((a, b) => (a.caller < b.caller ? -1 : 1));
  const rows = ordered.map(
    ({ caller, seconds }) => sql`(${caller}, 1, now() + make_interval(secs => ${seconds}::int))`,
  );
  const counted = await selectRows<{ caller: string; used: number; left: number }>(
    db,
    sql`insert into rate_counts as c (caller, used, ends_at) values ${sql.join(rows, sql`, `)}
      on conflict (caller) do update set
        used = case when c.ends_at <= now() then 1 else c.used + 1 end,
        ends_at = case when c.ends_at <= now() then excluded.ends_at else c.ends_at end
      returning caller, used, greatest(1, ceil(extract(epoch from c.ends_at - now())))::int as left`,
  );
  let wait = 0;
  for (const use of uses) {
    const row = counted.find(({ caller }) => caller === use.caller);
    if (!row || row.used <= use.points) continue;
    remember(use, row.left);
    wait = Math.max(wait, row.left);
  }
  return wait;
}

/** Sweep: counts whose window is over. */
export async function forgetCounts({ db }: { db: SqlExecutor }): Promise<void> {
  await db.execute(sql`delete from rate_counts where ends_at < now()`);
}
