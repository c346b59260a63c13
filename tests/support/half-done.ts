import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/**
 * What a request that broke off would leave behind: conversations and tickets whose counters do not fit their rows,
 * an open request for a person outside the queue, an idempotency key without its reply. Empty = nothing.
 */
export async function halfDone(): Promise<unknown[]> {
  const { rows } = await db().execute(sql`
    select 'conversation' as what, c.id from conversations c left join messages m on m.conversation_id = c.id
      group by c.id having count(m.id) <> c.last_seq or count(m.public_seq) <> c.last_public_seq
    union all select 'ticket', t.id from tickets t left join ticket_messages m on m.ticket_id = t.id
      group by t.id having count(m.id) <> t.last_seq
    union all select 'queue', c.id from conversations c
      where c.status <> 'queued' and exists (select 1 from handoffs h where h.conversation_id = c.id and h.outcome is null)
    union all select 'idempotency', k.key from idempotency_keys k where k.status is null`);
  return rows;
}
