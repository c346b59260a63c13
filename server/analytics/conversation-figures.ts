import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { PeriodFigures, Ratio } from "@/lib/contracts/analytics";
import { begun, type Filter, matching, ofMatching, within } from "./conversation-filter";
import type { Range } from "./period-range";

/** The first row of a statement that always has one. */
export async function firstRow<Row extends Record<string, unknown>>(db: Executor, query: SQL): Promise<Row> {
  const [row] = (await db.execute(query)).rows;
  if (!row) throw new Error("An aggregate without a row");
  return row as Row;
}

/** Conversations that began in the range, and how many of them are resolved now. */
export async function countConversations(db: Executor, range: Range, filter: Filter): Promise<Ratio> {
  return firstRow<Ratio>(
    db,
    sql`select count(*)::int as denominator, count(*) filter (where c.status = 'resolved')::int as numerator
      from conversations c where ${within(sql`c.created_at`, range)} and ${begun} and ${matching(filter)}`,
  );
}

/** Of the resolutions in the range that still stand, those without a person. */
export async function countContainment(db: Executor, range: Range, filter: Filter): Promise<Ratio> {
  return firstRow<Ratio>(
    db,
    sql`select count(*)::int as denominator, count(*) filter (where not r.with_person)::int as numerator
      from resolutions r where ${within(sql`r.at`, range)} and r.returned_at is null
        and r.conversation_id is not null and ${ofMatching(sql`r.conversation_id`, filter)}`,
  );
}

/** Of the requests for a person in the range that have ended, those a person took. */
export async function countAnswered(db: Executor, range: Range, filter: Filter): Promise<Ratio> {
  return firstRow<Ratio>(
    db,
    sql`select count(*)::int as denominator, count(*) filter (where h.outcome = 'accepted')::int as numerator
      from handoffs h where ${within(sql`h.requested_at`, range)} and h.outcome is not null
        and ${ofMatching(sql`h.conversation_id`, filter)}`,
  );
}

/** Of the questions put to the assistant in the range and dealt with, those answered from an article. */
export async function countAssistantAnswered(db: Executor, range: Range, filter: Filter): Promise<Ratio> {
  return firstRow<Ratio>(
    db,
    sql`select count(*)::int as denominator, count(*) filter (where a.decision ->> 'kind' = 'answer')::int as numerator
      from answers a where ${within(sql`a.created_at`, range)} and a.state <> 'streaming'
        and ${ofMatching(sql`a.conversation_id`, filter)}`,
  );
}

/** Of the ratings given in the range, the good ones. Those of tickets have no group, channel or language: a filter leaves them out. */
export async function countSatisfied(db: Executor, range: Range, filter: Filter): Promise<Ratio> {
  return firstRow<Ratio>(
    db,
    sql`select count(*)::int as denominator, count(*) filter (where g.score >= 3)::int as numerator
      from ratings g join resolutions r on r.id = g.resolution_id
      where ${within(sql`g.created_at`, range)} and ${ofMatching(sql`r.conversation_id`, filter)}`,
  );
}

type Median = PeriodFigures["personFirstResponse"];
const MEDIAN = sql`percentile_cont(0.5) within group (order by x.seconds)::float8 as seconds, count(x.seconds)::int as n`;

/** From the request for a person to that person's first message, for requests in the range that were taken and answered. */
export async function personFirstResponse(db: Executor, range: Range, filter: Filter): Promise<Median> {
  return firstRow<Median>(
    db,
    sql`select ${MEDIAN} from (select extract(epoch from m.at - h.requested_at) as seconds
      from handoffs h, lateral (
        select min(m.created_at) as at from messages m where m.conversation_id = h.conversation_id
          and m.kind = 'outgoing' and m.sender_type = 'agent' and m.created_at >= h.requested_at) m
      where ${within(sql`h.requested_at`, range)} and h.outcome = 'accepted' and m.at is not null
        and ${ofMatching(sql`h.conversation_id`, filter)}) x`,
  );
}

/** From a conversation's first question to the whole of the assistant's answer, for conversations begun in the range. */
export async function assistantFirstResponse(db: Executor, range: Range, filter: Filter): Promise<Median> {
  return firstRow<Median>(
    db,
    sql`select ${MEDIAN} from (select extract(epoch from f.answered - f.asked) as seconds
      from conversations c, lateral (select q.created_at as asked, m.created_at as answered
        from answers a join messages q on q.id = a.question_message_id join messages m on m.id = a.message_id
        where a.conversation_id = c.id order by a.created_at limit 1) f
      where ${within(sql`c.created_at`, range)} and ${begun} and ${matching(filter)}) x`,
  );
}
