import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { PeriodFigures, Ratio } from "@/lib/contracts/analytics";
import { firstRow } from "./conversation-figures";
import { type Filter, ofMatching, within } from "./conversation-filter";
import type { Range } from "./period-range";

/** What the assistant says of a wish for a person, a greeting, or what a rule hands over: it is certain, as nothing was asked of it. */
const NOTHING_ASKED = sql`coalesce((a.decision ->> 'confidence')::float >= 1
  and a.decision ->> 'kind' <> 'answer' and a.decision -> 'action' is null, false)`;

/** The questions of a message; one that was read as a whole, or before questions were told apart, is one question. */
const QUESTIONS = sql`case when jsonb_array_length(coalesce(a.trace -> 'questions', '[]'::jsonb)) > 0 then a.trace -> 'questions'
  else jsonb_build_array(jsonb_build_object('outcome',
    case a.decision ->> 'kind' when 'answer' then 'answer' when 'ask' then 'clarify' else 'offer' end)) end`;

/**
 * Of the questions asked of the assistant in the range, those it recognised: answered from a source, taken up by an action
 * or a rule, or asked back with what may have been meant. Each question of a message counts.
 */
export async function countRecognised(db: Executor, range: Range, filter: Filter): Promise<Ratio> {
  return firstRow<Ratio>(
    db,
    sql`select count(*)::int as denominator, count(*) filter (where q.outcome in ('answer', 'action', 'rule')
          or (q.outcome = 'clarify' and a.decision ->> 'kind' = 'ask'))::int as numerator
      from answers a cross join lateral (
        select each ->> 'outcome' as outcome from jsonb_array_elements(${QUESTIONS}) each) q
      where ${within(sql`a.created_at`, range)} and a.state <> 'streaming' and a.decision is not null
        and not ${NOTHING_ASKED} and ${ofMatching(sql`a.conversation_id`, filter)}`,
  );
}

type SelfResolution = Pick<PeriodFigures, "selfResolution" | "selfConfirmed" | "selfAssumed">;

/**
 * Of the conversations the assistant took part in that ended in the range and have not come back, those that ended without
 * a person and without an open question: with the customer's word that it is solved, or, without it, with no wish for a
 * person after the last answer and no answer judged unsolved since.
 */
export async function countSelfResolved(db: Executor, range: Range, filter: Filter): Promise<SelfResolution> {
  const { ended, confirmed, assumed } = await firstRow<{ ended: number; confirmed: number; assumed: number }>(
    db,
    sql`select count(*)::int as ended, count(*) filter (where x.alone and x.confirmed)::int as confirmed,
        count(*) filter (where x.alone and not x.confirmed and not x.wished and not x.unsolved)::int as assumed
      from (
        select not r.with_person and r.reason is null as alone, r.kind = 'confirmed' or coalesce(f.solved, false) as confirmed,
          exists (select 1 from handoffs h where h.conversation_id = r.conversation_id and h.requested_at >= last.created_at)
          or exists (select 1 from messages m where m.conversation_id = r.conversation_id and m.kind = 'activity'
            and m.activity ->> 'name' = 'left_message' and m.created_at >= last.created_at) as wished,
          coalesce((select not f.solved from answers a join answer_feedback f on f.answer_id = a.id
            where a.conversation_id = r.conversation_id and a.message_id is not null
            order by a.created_at desc limit 1), false) as unsolved
        from resolutions r
        cross join lateral (select a.id, a.created_at from answers a
          where a.conversation_id = r.conversation_id and a.message_id is not null order by a.created_at desc limit 1) last
        left join answer_feedback f on f.answer_id = last.id
        where ${within(sql`r.at`, range)} and r.returned_at is null and r.conversation_id is not null
          and ${ofMatching(sql`r.conversation_id`, filter)}) x`,
  );
  const of = (numerator: number): Ratio => ({ numerator, denominator: ended });
  return { selfResolution: of(confirmed + assumed), selfConfirmed: of(confirmed), selfAssumed: of(assumed) };
}
