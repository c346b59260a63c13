import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { TracedQuestion } from "@/lib/contracts/answer-trace";
import type { GapSource } from "@/lib/contracts/gaps";
import { selectRows } from "@/server/sql";

/** An answer that did not do, with everything that says so; `position` is null where the whole message is meant. */
export type BadlyServed = {
  answerId: string;
  conversationId: string;
  locale: string;
  timeZone: string | null;
  customer: string | null;
  body: string;
  questions: TracedQuestion[];
  signs: { source: GapSource; position: number | null }[];
  /** ISO instant. */
  askedAt: string;
};

/** What is older is nobody's need any more. */
const DAYS_MS = 90 * 86_400_000;

/** As the partial index of answers has it. */
const UNANSWERED = sql`(a.decision ->> 'kind' = 'handoff' and (a.decision ->> 'confidence')::float < 1
  or a.decision -> 'questions' @> '[{"outcome": "unanswered"}]')`;

const signsSince = (since: SQL): SQL => sql`
  select a.id as answer_id, 'unanswered' as source, null::int as position
  from answers a where a.created_at > ${since} and ${UNANSWERED} and a.state <> 'streaming'
  union all
  select f.answer_id, 'not_solved', null from answer_feedback f where f.updated_at > ${since} and not f.solved
  union all
  select k.answer_id, 'corrected', k.position from answer_corrections k where k.updated_at > ${since}
  union all
  select before.id, 'handed_over', null from handoffs h cross join lateral (
    select a.id, a.decision from answers a where a.conversation_id = h.conversation_id and a.created_at < h.requested_at
    order by a.created_at desc limit 1
  ) before
  where h.requested_at > ${since} and h.reason in ('requested', 'not_helpful') and before.decision ->> 'kind' = 'answer'`;

/** The oldest badly served answers of 90 days that were not read yet, at most `limit`; in the order they were asked. */
export function loadBadlyServed(db: Executor, now: Date, limit: number): Promise<BadlyServed[]> {
  const since = sql`${new Date(now.getTime() - DAYS_MS).toISOString()}::timestamptz`;
  return selectRows<BadlyServed>(
    db,
    sql`
    with fresh as (
      select s.answer_id, jsonb_agg(distinct jsonb_build_object('source', s.source, 'position', s.position)) as signs
      from (${signsSince(since)}) s
      where not exists (select from gap_questions q where q.answer_id = s.answer_id
        and (s.position is null or q.position = s.position))
      group by s.answer_id
    )
    select a.id as "answerId", a.conversation_id as "conversationId", c.locale, u.time_zone as "timeZone", u.name as customer,
      m.body, coalesce(a.trace -> 'questions', '[]') as questions, f.signs, to_json(a.created_at) #>> '{}' as "askedAt"
    from fresh f join answers a on a.id = f.answer_id join messages m on m.id = a.question_message_id
    join conversations c on c.id = a.conversation_id join customers u on u.id = c.customer_id
    order by a.created_at, a.id limit ${limit}`,
  );
}
