import { sql } from "drizzle-orm";
import type { ActionOutline } from "@/lib/contracts/actions";
import type { AnswerState, Citation, Decision } from "@/lib/contracts/assistant";
import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import type { KeptCircumstances } from "@/lib/contracts/circumstances";
import type { ConversationStatus } from "@/lib/contracts/conversations";
import type { CustomerTier } from "@/lib/contracts/customers";
import { newId } from "@/lib/ids";
import { type Staffing, staffingColumns } from "@/server/routing/staffing";
import { fixed, preparedText, type SqlExecutor, selectRows } from "@/server/sql";
import { actionColumns, type OpenRun } from "./actions/action-claim";
import { companyDay } from "./model-spending";
import { type RecogniserVersions, recogniserVersions } from "./recogniser/load-recogniser";
import { rulesInForce } from "./rules/rules-in-force";

/** How long a writer may be silent before somebody else finishes its answer. */
export const LEASE_SECONDS = 15;

/**
 * Something said; `article` is the title of the first source of an assistant's answer, `reply` what the assistant decided
 * with it and whether the customer called it unsolved.
 */
export type HistoryEntry = {
  role: "customer" | "assistant" | "agent";
  text: string;
  answered: boolean;
  article: string | null;
  reply?: { decision: Decision | null; unsolved: boolean } | null;
};

/** An answer as whoever reads it finds it. */
export type AnswerProgress = {
  id: string;
  state: AnswerState;
  leaseExpired: boolean;
  decision: Decision | null;
  citations: Citation[];
  draft: string;
  messageId: string | null;
  publicSeq: number | null;
};

/** All that answering needs, read in the statement that claims. */
export type AnswerClaim = Staffing & {
  conversationId: string;
  customerId: string;
  status: ConversationStatus;
  locale: string;
  misses: number;
  questionId: string | null;
  answeredByPerson: boolean;
  /** Set when this caller is the writer now. */
  claimedId: string | null;
  existing: AnswerProgress | null;
  history: HistoryEntry[];
  settings: { company: unknown; assistant: unknown; limits?: unknown; model?: unknown; recommendations?: unknown };
  tier: CustomerTier;
  attributes: Record<string, string>;
  /** What the conversation keeps of the customer's circumstances. */
  circumstances: KeptCircumstances;
  rules: AssistantRule[];
  recognisers: RecogniserVersions;
  actions: ActionOutline[];
  /** Which kinds of records there are: an action over none of them is of no use. */
  records: { orders: boolean; products: boolean; branches: boolean };
  /** The action this conversation is in the middle of. */
  run: OpenRun | null;
  /** What configured models have cost today. */
  spentToday: number;
};

const HISTORY = 12;

/** A reader's view of an answer row `a`, as JSON. */
export const progressJson = sql`json_build_object('id', a.id, 'state', a.state, 'leaseExpired', a.lease_until < now(),
  'decision', a.decision, 'citations', a.citations, 'draft', a.draft, 'messageId', a.message_id,
  'publicSeq', (select m.public_seq from messages m where m.id = a.message_id))`;

/**
 * Its commit does not wait for the disk: a claim promises nothing to anybody, and the answer's own commit, which does wait,
 * comes after it in the same log. A claim that a crash takes back is made anew by whoever asks next.
 */
const CLAIM = preparedText<"conversationId" | "tokenHash" | "answerId" | "writer">(
  (value) => sql`
  with unhurried as materialized (
    select set_config('synchronous_commit', 'off', true)
  ), target as (
    select c.id, c.customer_id, c.status, c.locale, c.misses, c.circumstances, q.id as question_id, q.seq as question_seq,
      exists (select 1 from messages o where o.conversation_id = c.id and o.kind = 'outgoing'
        and o.sender_type = 'agent' and o.seq > q.seq) as answered
    from conversations c
    left join lateral (select m.id, m.seq from messages m where m.conversation_id = c.id and m.kind = 'incoming'
      order by m.seq desc limit 1) q on true
    where c.id = ${value("conversationId")} and (${value("tokenHash")}::text is null or exists (
      select 1 from customer_sessions s where s.customer_id = c.customer_id
        and s.token_hash = ${value("tokenHash")} and s.expires_at > now()))
  ), claimed as (
    insert into answers (id, conversation_id, question_message_id, lease_until, writer)
    select ${value("answerId")}, t.id, t.question_id, now() + make_interval(secs => ${fixed(LEASE_SECONDS)}), ${value("writer")}
    from target t cross join unhurried where t.status = 'assistant' and t.question_id is not null and not t.answered
    on conflict (question_message_id) do update
      set lease_until = excluded.lease_until, writer = excluded.writer, updated_at = now()
      where answers.state = 'streaming' and answers.lease_until < now()
    returning id
  )
  select t.id as "conversationId", t.customer_id as "customerId", t.status, t.locale, t.misses, t.circumstances, t.question_id as "questionId",
    t.answered as "answeredByPerson", (select id from claimed) as "claimedId",
    (select ${progressJson} from answers a where a.question_message_id = t.question_id) as existing,
    coalesce((select json_agg(json_build_object('role', h.sender_type, 'text', h.body, 'answered', h.answered,
        'article', a.citations->0->>'title',
        'reply', case when a.id is not null then json_build_object('decision', a.decision, 'unsolved', exists (
          select 1 from answer_feedback f where f.answer_id = a.id and not f.solved)) end) order by h.seq)
      from (select m.id, m.seq, m.sender_type, m.body,
          exists (select 1 from messages o where o.conversation_id = t.id and o.kind = 'outgoing' and o.seq > m.seq) as answered
        from messages m where m.conversation_id = t.id and m.kind in ('incoming', 'outgoing')
        order by m.seq desc limit ${fixed(HISTORY)}) h left join answers a on a.message_id = h.id), '[]'::json) as history,
    (select coalesce(json_object_agg(subject, value), '{}'::json) from settings
        where subject in ('company', 'assistant', 'limits', 'model', 'recommendations')) as settings,
    (select tier from customers where customers.id = t.customer_id) as tier,
    (select attributes from customers where customers.id = t.customer_id) as attributes, ${rulesInForce} as rules,
    ${recogniserVersions} as recognisers, ${actionColumns},
    json_build_object('orders', exists (select 1 from orders), 'products', exists (select 1 from products),
      'branches', exists (select 1 from branches)) as records,
    ${staffingColumns({ now: sql`now()` })},
    (select coalesce(sum(cost), 0)::float8 from model_spending where day = ${companyDay}) as "spentToday"
  from target t`,
);

/**
 * Claims the answer to a conversation's newest question, in one statement: the first caller becomes its writer, and so
 * does the first one after a writer's lease ran out; everybody else gets what there is.
 * @param input.tokenHash of the customer who asks; null for the system, which may answer any.
 * @returns null when the customer has no such conversation.
 */
export async function claimAnswer(
  db: SqlExecutor,
  input: { conversationId: string; tokenHash: string | null; writer: string },
): Promise<AnswerClaim | null> {
  const [claim] = await selectRows<AnswerClaim>(db, CLAIM({ ...input, answerId: newId("answer") }));
  return claim ?? null;
}

/** An answer as it stands now; null when it is gone. */
export async function answerProgress(db: SqlExecutor, answerId: string): Promise<AnswerProgress | null> {
  const result = await selectRows<{ progress: AnswerProgress }>(
    db,
    sql`select ${progressJson} as progress from answers a where a.id = ${answerId}`,
  );
  return result[0]?.progress ?? null;
}
