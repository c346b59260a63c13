import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { isNothingButHandoffRequest } from "@/server/conversations/handoff-request";
import { selectRows } from "@/server/sql";
import { isSmallTalk } from "../small-talk";
import type { Learnt, LearntFrom } from "./learnt";

/** Longer messages tell a story rather than ask a question. */
export const LONGEST_LEARNT = 300;
/** Wordings of one article, and altogether, of each kind; the newest count, and none older than a year. */
const PER_ARTICLE = 30;
const MOST = 5000;
const recent = (now: Date) => sql`${now.toISOString()}::timestamptz - interval '1 year'`;
/** An agent's reply may come after a thank you or a number; the question is among the last messages before it. */
const LOOKED_BACK = 3;

/** A question as it was looked up: what was left out is in it. */
const WHOLE = sql`coalesce(x->>'lookedUp', x->>'text')`;

/** What was asked of an answer `a` to a message `m`; null when it was more than one question. */
const asked = sql`case jsonb_array_length(coalesce(a.trace->'questions', '[]'))
  when 0 then m.body when 1 then (select ${WHOLE} from jsonb_array_elements(a.trace->'questions') x) end`;

/** Everything that people's behaviour and judgement teach about which article a wording belongs to. */
export async function loadLearnt(db: Executor, now: Date): Promise<Learnt[]> {
  const [corrected, judged, chosen, sent] = [
    await selectRows<Learnt>(db, CORRECTED),
    await selectRows<Learnt>(db, newest(judgedAt(now))),
    await selectRows<Learnt>(db, newest(chosenAt(now))),
    await selectRows<{ said: string[]; label: string }>(db, sentAt(now)),
  ];
  const cited = sent.flatMap(({ said, label }): Learnt[] => {
    const text = said.find(
      (each) => each.length <= LONGEST_LEARNT && !isSmallTalk(each) && !isNothingButHandoffRequest(each),
    );
    return text ? [{ text, label, from: "sent" satisfies LearntFrom }] : [];
  });
  return [...corrected, ...judged, ...chosen, ...cited];
}

/** The newest of what a query gives as `text`, `label`, `"from"`, `id`. */
const newest = (query: SQL): SQL => sql`
  select text, label, "from" from (
    select *, row_number() over (partition by label, "from" order by id desc) as nth from (${query}) t
    where length(text) between 2 and ${LONGEST_LEARNT}
  ) c where nth <= ${PER_ARTICLE} order by id desc limit ${MOST}`;

/** What staff said should have answered a question; the newest first. */
const CORRECTED = sql`
  select ${WHOLE} as text, k.article_id as label, 'corrected' as "from"
  from answer_corrections k join answers a on a.id = k.answer_id
  cross join lateral (select a.trace->'questions'->k.position as x) q
  where ${WHOLE} is not null order by k.updated_at desc, k.id desc limit ${MOST}`;

/** What customers called solved, and unsolved, of the article that was cited first. */
const judgedAt = (now: Date) => sql`
  select ${asked} as text, a.citations->0->>'articleId' as label, case when f.solved then 'solved' else 'unsolved' end as "from", a.id
  from answer_feedback f join answers a on a.id = f.answer_id join messages m on m.id = a.question_message_id
  where a.created_at > ${recent(now)} and jsonb_array_length(a.citations) > 0`;

/**
 * The one unclear question after which the customer picked one of the choices, by sending it or by naming it ("yes", "the
 * second one"), and what that was answered with.
 */
const chosenAt = (now: Date) => sql`
  select (select case count(*) when 1 then min(${WHOLE}) end
      from jsonb_array_elements(coalesce(a.trace->'questions', '[]')) x where x->>'outcome' = 'clarify') as text,
    answered.citations->0->>'articleId' as label, 'chosen' as "from", a.id
  from answers a join messages m on m.id = a.message_id
  join lateral (
    select n.id, n.body from messages n where n.conversation_id = a.conversation_id and n.kind = 'incoming' and n.seq > m.seq
    order by n.seq limit 1
  ) reply on true
  join answers answered on answered.question_message_id = reply.id and answered.decision->>'kind' = 'answer'
    and jsonb_array_length(answered.citations) > 0 and a.decision->'choices' ?| array[reply.body, answered.trace->>'query']
  where a.created_at > ${recent(now)} and a.decision->>'kind' = 'ask'
    and not exists (select 1 from answer_feedback f where f.answer_id = answered.id and not f.solved)`;

/** The one article an agent's reply links to after a handoff, and what the customer said last before it, newest first. */
const sentAt = (now: Date) => sql`
  select said, label from (
    select articles.id as label, link.message_id, array(
        select c.body from messages c where c.conversation_id = link.conversation_id and c.kind = 'incoming' and c.seq < link.seq
          and c.seq > coalesce((select max(p.seq) from messages p where p.conversation_id = link.conversation_id
            and p.kind = 'outgoing' and p.sender_type = 'agent' and p.seq < link.seq), 0)
        order by c.seq desc limit ${LOOKED_BACK}) as said,
      row_number() over (partition by articles.id order by link.message_id desc) as nth
    from (
      select m.id as message_id, m.conversation_id, m.seq, min(found[1]) as slug
      from messages m cross join lateral regexp_matches(m.body, '/articles/([a-z0-9-]+)', 'g') found
      where m.kind = 'outgoing' and m.sender_type = 'agent' and m.created_at > ${recent(now)} and m.body like '%/articles/%'
        and exists (select 1 from handoffs h where h.conversation_id = m.conversation_id)
      group by m.id, m.conversation_id, m.seq having count(distinct found[1]) = 1
    ) link join articles on articles.slug = link.slug
  ) t where cardinality(said) > 0 and nth <= ${PER_ARTICLE} order by message_id desc limit ${MOST}`;
