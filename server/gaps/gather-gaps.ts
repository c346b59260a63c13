import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { JobContext, JobHandler } from "@/server/jobs/registry";
import { selectRows } from "@/server/sql";
import { withTransaction } from "@/server/transaction";
import { forgetWithdrawn } from "./forget-withdrawn";
import { loadBadlyServed } from "./load-badly-served";
import { placeQuestions } from "./place-questions";
import { prepareReading } from "./reading";
import { refreshGap } from "./refresh-gap";

export const GATHER_GAPS_JOB = "gaps.gather";

/** Answers read in one transaction. */
const BATCH = 200;
/** What ended longer ago was seen by an earlier run. */
const LATELY_MS = 3 * 86_400_000;
/** Conversations that come back do so within two weeks. */
const RETURNS_MS = 14 * 86_400_000;

/**
 * Reads the badly served questions that were not read yet, groups them by need and makes a suggestion of each need; looks
 * again at needs whose conversations ended, were rated or came back, or whose answers were corrected. Nothing is read twice,
 * and only one run works at a time: another one returns at once.
 */
export async function gatherGaps(ctx: JobContext): Promise<void> {
  for (let read = BATCH; read === BATCH; ) read = await gatherBatch(ctx);
  await withTransaction(ctx, async (tx) => {
    if (!(await takeTurn(tx))) return;
    const reading = await prepareReading(tx);
    for (const id of await forgetWithdrawn(tx)) await refreshGap(tx, reading, id, ctx.now);
    for (const { id } of await changedGaps(tx, ctx.now)) await refreshGap(tx, reading, id, ctx.now);
  });
}

/** The job: the same, soon after something happened. */
export const gatherGapsJob: JobHandler = (ctx) => gatherGaps(ctx);

async function takeTurn(tx: Transaction): Promise<boolean> {
  const lock = sql`select pg_try_advisory_xact_lock(hashtext('gaps')) as mine`;
  const [row] = await selectRows<{ mine: boolean }>(tx, lock);
  return row?.mine === true;
}

async function gatherBatch(ctx: JobContext): Promise<number> {
  return withTransaction(ctx, async (tx) => {
    if (!(await takeTurn(tx))) return 0;
    const answers = await loadBadlyServed(tx, ctx.now, BATCH);
    if (answers.length === 0) return 0;
    const reading = await prepareReading(tx);
    const grown = new Set<string>();
    for (const answer of answers) for (const id of await placeQuestions(tx, reading, answer)) grown.add(id);
    for (const id of grown) await refreshGap(tx, reading, id, ctx.now);
    return answers.length;
  });
}

/** Open gaps with something new about their conversations, and those whose conversations are gone. */
function changedGaps(tx: Transaction, now: Date): Promise<{ id: string }[]> {
  const ago = (milliseconds: number) => sql`${new Date(now.getTime() - milliseconds).toISOString()}::timestamptz`;
  const lately = ago(LATELY_MS);
  return selectRows(
    tx,
    sql`
    select g.id from gaps g where g.state in ('gathering', 'open') and (
      not exists (select from gap_questions q where q.gap_id = g.id)
      or (g.suggestion #>> '{reply,conversationId}' is not null
        and not exists (select from conversations c where c.id = g.suggestion #>> '{reply,conversationId}'))
      or g.id in (
        select q.gap_id from resolutions r join gap_questions q on q.conversation_id = r.conversation_id
        where r.at > ${ago(RETURNS_MS)} and (r.at > ${lately} or r.returned_at > ${lately})
        union all
        select q.gap_id from answer_corrections k join gap_questions q on q.answer_id = k.answer_id where k.updated_at > ${lately}
      )
    ) order by g.id`,
  );
}
