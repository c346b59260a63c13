import { desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { evaluationRuns, goldenCases, staff } from "@/db/schema";
import type { AccuracyOverview, MovedCase } from "@/lib/contracts/evaluation";
import { requirePermission, type ServiceContext } from "@/server/context";
import { selectRows } from "@/server/sql";
import { knowledgeStamp } from "./knowledge-stamp";
import { doneRuns, measuredIn } from "./latest-accuracy";

const TREND = 30;
/** Cases that are named among those that moved. */
const NAMED = 20;

/** Everything about the golden set's runs: the newest, the one under way, the trend, and what moved. */
export async function getAccuracy({ ctx }: { ctx: ServiceContext }): Promise<AccuracyOverview> {
  const { db } = requirePermission(ctx, "quality:read");
  const [cases, done, unfinished] = await Promise.all([countCases(db), doneRuns(db, TREND), newestUnfinished(db)]);
  const [latest, before] = done;
  const [by, stamp, moved] = await Promise.all([
    latest?.staffId ? nameOf(db, latest.staffId) : null,
    knowledgeStamp(db),
    latest && before ? movedBetween(db, before, latest) : null,
  ]);
  const ended = unfinished && (!latest || unfinished.startedAt > latest.startedAt) ? unfinished.state : null;
  return {
    cases,
    latest: latest
      ? {
          id: latest.id,
          cause: latest.cause,
          by,
          at: (latest.endedAt ?? latest.startedAt).toISOString(),
          counts: latest.counts ?? {},
          stale: latest.knowledge !== stamp,
        }
      : null,
    running: unfinished?.state === "running" ? await progressOf(db, unfinished) : null,
    failed: ended === "cancelled" || ended === "failed" ? ended : null,
    trend: done
      .map(({ id, startedAt, counts }) => ({ id, at: startedAt.toISOString(), ...measuredIn(counts) }))
      .reverse(),
    moved,
  };
}

async function countCases(db: Executor): Promise<Record<string, number>> {
  const rows = await db
    .select({ locale: goldenCases.locale, n: sql<number>`count(*)::int` })
    .from(goldenCases)
    .where(isNull(goldenCases.archivedAt))
    .groupBy(goldenCases.locale);
  return Object.fromEntries(rows.map(({ locale, n }) => [locale, n]));
}

async function nameOf(db: Executor, staffId: string): Promise<string | null> {
  const [person] = await db.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId));
  return person?.name ?? null;
}

type Run = typeof evaluationRuns.$inferSelect;

/** The run under way, else the newest that ended without a result. */
async function newestUnfinished(db: Executor): Promise<Run | null> {
  const running = sql`${evaluationRuns.state} = 'running'`;
  const [run] = await db
    .select()
    .from(evaluationRuns)
    .where(ne(evaluationRuns.state, "done"))
    .orderBy(desc(running), desc(evaluationRuns.startedAt))
    .limit(1);
  return run ?? null;
}

async function progressOf(db: Executor, { id, cause, cases }: Run) {
  const [row] = await selectRows<{ asked: number }>(
    db,
    sql`select count(*)::int as asked from evaluation_results where run_id = ${id} and outcome is not null`,
  );
  return { id, cause, cases, asked: row?.asked ?? 0 };
}

/** The cases that became right or stopped being it; those written anew in between are about something else. */
async function movedBetween(db: Executor, before: Run, now: Run): Promise<NonNullable<AccuracyOverview["moved"]>> {
  const rows = await selectRows<MovedCase>(
    db,
    sql`select c.id, c.locale, c.question, b.outcome as before, n.outcome as now
      from evaluation_results n
      join evaluation_results b on b.run_id = ${before.id} and b.case_id = n.case_id
      join golden_cases c on c.id = n.case_id
      where n.run_id = ${now.id} and (n.outcome = 'right') <> (b.outcome = 'right')
        and c.changed_at <= ${before.startedAt.toISOString()}::timestamptz
      order by c.id`,
  );
  const better = rows.filter((row) => row.now === "right");
  const worse = rows.filter((row) => row.now !== "right");
  return {
    better: better.slice(0, NAMED),
    worse: worse.slice(0, NAMED),
    betterCount: better.length,
    worseCount: worse.length,
  };
}
