import { and, desc, eq, inArray, isNull, lt, notInArray } from "drizzle-orm";
import { evaluationRuns, goldenCases, recognisers } from "@/db/schema";
import type { RunCause } from "@/lib/contracts/evaluation";
import { ServiceError } from "@/server/errors";
import type { Listener } from "@/server/events/listeners";
import { enqueueJob } from "@/server/jobs/enqueue-job";
import type { JobContext, JobHandler } from "@/server/jobs/registry";
import { beginRun, EVALUATE_JOB } from "./begin-run";
import { knowledgeStamp } from "./knowledge-stamp";

export const EVALUATE_CHANGE_JOB = "quality.evaluate_change";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Knowledge that has stayed the same for so long is measured: changes that come together, and what is learnt of them, once. */
const SETTLES_MS = 30_000;
/** A run that has not got on for so long was left by its process. */
const STANDS_STILL_MS = 60_000;

const later = ({ now }: JobContext) => ({ runAt: new Date(now.getTime() + SETTLES_MS), key: "change" });

/** After an article was published or taken back. */
export const evaluateAfterChange: Listener = async (ctx) => {
  await enqueueJob(ctx.db, EVALUATE_CHANGE_JOB, {}, later(ctx));
};

/** The job: measures once knowledge has stopped changing, if it is not what it was when it was measured last. */
export const evaluateChangeJob: JobHandler = async (ctx, { seen }) => {
  const stamp = await knowledgeStamp(ctx.db);
  const measured = await newestRun(ctx, ["running", "done"]);
  if (!measured || measured.knowledge === stamp) return;
  const settled = seen === stamp && measured.state === "done";
  if (settled) await beginIfFree(ctx, "knowledge");
  else await enqueueJob(ctx.db, EVALUATE_CHANGE_JOB, { seen: stamp }, later(ctx));
};

async function newestRun({ db }: JobContext, states: ("running" | "done")[]) {
  const { state, knowledge, startedAt } = evaluationRuns;
  const [run] = await db
    .select({ state, knowledge, startedAt })
    .from(evaluationRuns)
    .where(inArray(state, states))
    .orderBy(desc(startedAt))
    .limit(1);
  return run ?? null;
}

async function beginIfFree(ctx: JobContext, cause: RunCause): Promise<void> {
  try {
    await beginRun(ctx, { cause, staffId: null });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

/** Whether there are cases, and every language of them has learnt what it can: before that a figure would say too little. */
async function isReady({ db }: JobContext): Promise<boolean> {
  const active = isNull(goldenCases.archivedAt);
  const [some] = await db.select({ id: goldenCases.id }).from(goldenCases).where(active).limit(1);
  if (!some) return false;
  const trained = db.select({ locale: recognisers.locale }).from(recognisers);
  const [untrained] = await db
    .select({ id: goldenCases.id })
    .from(goldenCases)
    .where(and(active, notInArray(goldenCases.locale, trained)))
    .limit(1);
  return !untrained;
}

/**
 * Sweep: takes up the run that a dead process left, measures once a day, and within an hour after anything else that
 * answers depend on has changed (settings, rules, synonyms, what was learnt).
 */
export async function keepEvaluationsUp(ctx: JobContext): Promise<void> {
  const still = new Date(ctx.now.getTime() - STANDS_STILL_MS);
  const [left] = await ctx.db
    .select({ id: evaluationRuns.id })
    .from(evaluationRuns)
    .where(and(eq(evaluationRuns.state, "running"), lt(evaluationRuns.workedAt, still)));
  if (left) return enqueueJob(ctx.db, EVALUATE_JOB, { runId: left.id }, { key: left.id });
  const newest = await newestRun(ctx, ["running", "done"]);
  const age = newest ? ctx.now.getTime() - newest.startedAt.getTime() : Number.POSITIVE_INFINITY;
  if (newest?.state === "running" || age < HOUR_MS || !(await isReady(ctx))) return;
  if (age >= DAY_MS) return beginIfFree(ctx, "daily");
  if ((await knowledgeStamp(ctx.db)) !== newest?.knowledge) await beginIfFree(ctx, "knowledge");
}
