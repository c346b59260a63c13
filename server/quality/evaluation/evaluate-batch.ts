import { and, eq, isNull, sql } from "drizzle-orm";
import { evaluationResults, evaluationRuns, goldenCaseArticles, goldenCases } from "@/db/schema";
import type { RehearsalGround } from "@/server/assistant/rehearsal-ground";
import { rehearse } from "@/server/assistant/rehearse";
import { giveWay } from "@/server/jobs/give-way";
import type { JobContext } from "@/server/jobs/registry";
import { withTransaction } from "@/server/transaction";
import { foundIn, outcomeOf } from "./outcome-of";

const BATCH = 20;

/** The next cases of a run that are still to be asked. */
function nextCases({ db }: JobContext, runId: string) {
  const { caseId } = evaluationResults;
  const { locale, question, earlier, expected } = goldenCases;
  const articleIds = sql<string[]>`(select coalesce(jsonb_agg(a.article_id), '[]'::jsonb)
    from ${goldenCaseArticles} a where a.case_id = ${caseId})`;
  return db
    .select({ caseId, locale, question, earlier, expected, articleIds })
    .from(evaluationResults)
    .innerJoin(goldenCases, eq(goldenCases.id, caseId))
    .where(and(eq(evaluationResults.runId, runId), isNull(evaluationResults.outcome)))
    .orderBy(caseId)
    .limit(BATCH);
}

type Case = Awaited<ReturnType<typeof nextCases>>[number];

async function ask({ db }: JobContext, ground: RehearsalGround, each: Case) {
  const rehearsal = await rehearse(db, ground, { locale: each.locale, said: sayingsOf(each) });
  const { caseId } = each;
  const { confidence } = rehearsal;
  return { caseId, outcome: outcomeOf(rehearsal, each), confidence, found: foundIn(rehearsal) };
}

function sayingsOf({ earlier, question }: Case): [string, ...string[]] {
  const [first, ...rest] = [...earlier, question];
  return [first ?? question, ...rest];
}

/**
 * Asks the next cases of a run and stores what became of them, all at once. Other work of the process goes first after
 * every case. What was asked for nothing, because the process died or two did the same, is asked again or stays.
 * @returns whether the run is under way and has cases left.
 */
export async function evaluateBatch(
  ctx: JobContext,
  runId: string,
  ground: RehearsalGround,
  knowledge: string,
): Promise<boolean> {
  const cases = await nextCases(ctx, runId);
  const results: Awaited<ReturnType<typeof ask>>[] = [];
  for (const each of cases) {
    results.push(await ask(ctx, ground, each));
    await giveWay();
  }
  return withTransaction(ctx, async (tx) => {
    const [run] = await tx
      .update(evaluationRuns)
      .set({ workedAt: ctx.now })
      .where(and(eq(evaluationRuns.id, runId), eq(evaluationRuns.state, "running")))
      .returning({ id: evaluationRuns.id });
    if (!run) return false;
    await tx.execute(sql`update evaluation_results r
      set outcome = x.outcome, confidence = x.confidence, found = x.found, knowledge = ${knowledge}
      from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
        as x("caseId" text, outcome text, confidence real, found jsonb)
      where r.run_id = ${runId} and r.case_id = x."caseId" and r.outcome is null`);
    return cases.length === BATCH;
  });
}
