import { sql } from "drizzle-orm";
import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import type { Citation, Decision } from "@/lib/contracts/assistant";
import type { KeptCircumstances } from "@/lib/contracts/circumstances";
import { newId } from "@/lib/ids";
import { messagePreview } from "@/lib/text/message-preview";
import { type SqlExecutor, selectRows } from "@/server/sql";
import { LEASE_SECONDS } from "./claim-answer";
import { addSpending } from "./model-spending";

/** Which answer, and who is writing it: a writer that lost the lease matches nothing. */
export type Writing = { answerId: string; conversationId: string; writer: string; requestId: string };

/** The client message id of an answer: stopping and finishing at once collide on it, so only one is stored. */
export const answerMessageKey = (answerId: string) => `answer:${answerId}`;

/** Keeps the lease and what is written so far. Returns false when the answer is no longer this writer's. */
export async function checkpointAnswer(
  db: SqlExecutor,
  { answerId, writer }: Writing,
  progress: { draft: string; decision: Decision; citations: Citation[] },
): Promise<boolean> {
  const result = await selectRows<{ id: string }>(
    db,
    sql`
    update answers set draft = ${progress.draft}, decision = ${JSON.stringify(progress.decision)}::jsonb,
      citations = ${JSON.stringify(progress.citations)}::jsonb,
      lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), updated_at = now()
    where id = ${answerId} and writer = ${writer} and state = 'streaming' returning id`,
  );
  return result.length === 1;
}

/** Keeps the lease before anything is said. Returns false when the answer is no longer this writer's. */
export async function keepLease(db: SqlExecutor, { answerId, writer }: Writing): Promise<boolean> {
  const result = await selectRows<{ id: string }>(
    db,
    sql`
    update answers set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), updated_at = now()
    where id = ${answerId} and writer = ${writer} and state = 'streaming' returning id`,
  );
  return result.length === 1;
}

/**
 * Stores a finished answer as the conversation's next message, in one statement with its event. It writes only while
 * the conversation is still the assistant's and the answer still this writer's.
 * @returns null when a person has taken over, or the answer was stopped: nothing was written.
 */
export async function storeAnswer(
  db: SqlExecutor,
  writing: Writing,
  answer: {
    text: string;
    decision: Decision;
    citations: Citation[];
    trace: AnswerTrace;
    /** How much longer the row of failed answers has become; less than 0 where it ended. */
    missesBy: number;
    /** What the conversation keeps from now on of the customer's circumstances; absent = nothing new. */
    circumstances?: KeptCircumstances;
  },
): Promise<{ messageId: string; publicSeq: number; eventId: number } | null> {
  const messageId = newId("message");
  const preview = messagePreview("assistant", answer.text);
  const result = await selectRows<{ messageId: string; publicSeq: number; eventId: string | number }>(
    db,
    sql`
    with head as (
      update conversations c set last_seq = c.last_seq + 1, last_public_seq = c.last_public_seq + 1,
        preview = ${preview}, preview_sender = 'assistant', last_message_at = now(), waiting_since = null,
        misses = greatest(0, c.misses + ${answer.missesBy}), updated_at = now(),
        circumstances = c.circumstances || ${JSON.stringify(answer.circumstances ?? {})}::jsonb
      where c.id = ${writing.conversationId} and c.status = 'assistant' and exists (select 1 from answers a
        where a.id = ${writing.answerId} and a.writer = ${writing.writer} and a.state = 'streaming')
      returning c.id, c.last_seq, c.last_public_seq, c.epoch
    ), msg as (
      insert into messages (id, conversation_id, seq, public_seq, kind, sender_type, body, client_message_id)
      select ${messageId}, h.id, h.last_seq, h.last_public_seq, 'outgoing', 'assistant', ${answer.text},
        ${answerMessageKey(writing.answerId)} from head h returning id, public_seq
    ), done as (
      update answers a set state = 'stored', message_id = msg.id, draft = ${answer.text},
        decision = ${JSON.stringify(answer.decision)}::jsonb, citations = ${JSON.stringify(answer.citations)}::jsonb,
        trace = ${JSON.stringify(answer.trace)}::jsonb, updated_at = now()
      from msg where a.id = ${writing.answerId} returning a.id
    ), used as (
      insert into answer_passages (answer_id, version_id, chunk_id)
      select done.id, p->>'versionId', p->>'chunkId' from done, jsonb_array_elements(${JSON.stringify(answer.citations)}::jsonb) p
      on conflict do nothing
    ), asked as (
      insert into conversation_questions (id, conversation_id, message_id, position, text, state, answered_by)
      select q->>'id', a.conversation_id, a.question_message_id, (q->>'position')::int, q->>'text',
        (q->>'state')::question_state, case q->>'state' when 'answered' then msg.id end
      from done join answers a on a.id = done.id, msg,
        jsonb_array_elements(${JSON.stringify(checklistOf(answer.decision))}::jsonb) q
      on conflict (message_id, position) do nothing
    ), spent as (
      ${addSpending(answer.trace, sql`from done`)}
    ), event as (
      insert into events (name, entity_id, actor_type, request_id, data)
      select 'message.created', h.id, 'assistant', ${writing.requestId}, jsonb_build_object('messageId', ${messageId}::text,
        'kind', 'outgoing', 'seq', h.last_seq, 'publicSeq', h.last_public_seq, 'epoch', h.epoch, 'sender', 'assistant')
      from head h returning id
    ), queued as (
      insert into outbox (event_id) select id from event
    )
    select msg.id as "messageId", msg.public_seq as "publicSeq", event.id as "eventId" from msg, event`,
  );
  const row = result[0];
  return row ? { messageId: row.messageId, publicSeq: row.publicSeq, eventId: Number(row.eventId) } : null;
}

/** The questions of a message that held several, as rows. */
export function checklistOf({ questions = [] }: Decision) {
  return questions.map(({ text, outcome }, position) => ({
    id: newId("question"),
    position,
    text,
    state: outcome === "answered" ? ("answered" as const) : ("open" as const),
  }));
}

/** Ends an answer that a person's arrival made pointless. */
export async function abandonAnswer(db: SqlExecutor, { answerId, writer }: Writing): Promise<void> {
  await selectRows(
    db,
    sql`update answers set state = 'stepped_down', updated_at = now()
    where id = ${answerId} and writer = ${writer} and state = 'streaming'`,
  );
}
