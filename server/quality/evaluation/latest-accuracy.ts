import { desc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { evaluationRuns } from "@/db/schema";
import type { AccuracyFigure, Measured, OutcomeCounts } from "@/lib/contracts/evaluation";
import type { Locale } from "@/lib/i18n";

/** Right answers and cases of a run; of one language when it is named. */
export function measuredIn(counts: OutcomeCounts | null, locale?: Locale): Measured {
  const chosen = locale ? [counts?.[locale] ?? {}] : Object.values(counts ?? {});
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return {
    right: sum(chosen.map(({ right = 0 }) => right)),
    cases: sum(chosen.map((outcomes) => sum(Object.values(outcomes)))),
  };
}

/** The newest runs that are done, newest first. */
export function doneRuns(db: Executor, limit: number) {
  return db
    .select()
    .from(evaluationRuns)
    .where(eq(evaluationRuns.state, "done"))
    .orderBy(desc(evaluationRuns.startedAt))
    .limit(limit);
}

/** The accuracy measured last, beside the one before; null while nothing was measured. */
export async function latestAccuracy(db: Executor, locale?: Locale): Promise<AccuracyFigure | null> {
  const [latest, before] = await doneRuns(db, 2);
  if (!latest) return null;
  const at = (latest.endedAt ?? latest.startedAt).toISOString();
  return { ...measuredIn(latest.counts, locale), at, before: before ? measuredIn(before.counts, locale) : null };
}
