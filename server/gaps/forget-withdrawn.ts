import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { selectRows } from "@/server/sql";

/**
 * Forgets questions that nothing speaks against any more: the customer called the answer solved after all, or staff took
 * their correction back. Returns the gaps they were in; another sign of the same answer makes it be read again.
 */
export async function forgetWithdrawn(tx: Transaction): Promise<string[]> {
  const rows = await selectRows<{ gapId: string | null }>(
    tx,
    sql`
    delete from gap_questions q where
      (q.source = 'not_solved' and exists (select from answer_feedback f where f.answer_id = q.answer_id and f.solved))
      or (q.source = 'corrected' and not exists (
        select from answer_corrections k where k.answer_id = q.answer_id and k.position = q.position))
    returning q.gap_id as "gapId"`,
  );
  return [...new Set(rows.flatMap(({ gapId }) => gapId ?? []))];
}
