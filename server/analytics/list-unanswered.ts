import { sql } from "drizzle-orm";
import type { DashboardInput, UnansweredQuestion } from "@/lib/contracts/analytics";
import { requirePermission, type ServiceContext } from "@/server/context";
import { getSettings } from "@/server/settings/get-settings";
import { matching, within } from "./conversation-filter";
import { periodRanges } from "./period-range";

const LIMIT = 10;

/**
 * What the assistant says of a message that needs no answer, being handed over as asked for or as a rule decides: it is
 * certain of that. Of a question without an article it never is.
 */
const CERTAIN = 1;

/**
 * The latest questions of the period to which the assistant had no answer: what to write about next. Wishes for a person
 * are no such questions, nor is what the gathering of gaps has found to ask for nothing, such as a greeting, nor what the
 * same customer says once more ("I mean: ...").
 */
export async function listUnanswered({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: DashboardInput;
}): Promise<{ total: number; questions: UnansweredQuestion[] }> {
  const { db, now } = requirePermission(ctx, "analytics:read");
  const { timeZone } = await getSettings(db, "company");
  const { current } = periodRanges(input.period, now, timeZone);
  const { rows } = await db.execute<UnansweredQuestion & { total: number }>(sql`
    select a.conversation_id as "conversationId", q.body as text, c.locale, to_json(a.created_at) #>> '{}' as at,
      count(*) over ()::int as total
    from answers a join messages q on q.id = a.question_message_id join conversations c on c.id = a.conversation_id
    where ${within(sql`a.created_at`, current)} and a.state <> 'streaming' and a.decision ->> 'kind' = 'handoff'
      and (a.decision ->> 'confidence')::float < ${CERTAIN} and ${matching(input)}
      and not exists (select from gap_questions g where g.answer_id = a.id and g.gap_id is null)
      and not exists (select from answers b join messages p on p.id = b.question_message_id
        where b.conversation_id = a.conversation_id and b.created_at < a.created_at
          and b.decision ->> 'kind' = 'handoff' and position(p.body in q.body) > 0)
    order by a.created_at desc limit ${LIMIT}`);
  return { total: rows[0]?.total ?? 0, questions: rows.map(({ total: _total, ...question }) => question) };
}
