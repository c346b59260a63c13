import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { FactKind } from "@/lib/contracts/understanding";
import type { Locale } from "@/lib/i18n";
import { listFacts } from "@/server/assistant/facts/remember-facts";
import { selectRows } from "@/server/sql";
import type { EndedWith } from "./choose-reply";
import { maskText } from "./mask-text";
import type { Reading } from "./reading";

/** Conversations whose replies are read, the newest of a gap. */
const MOST = 20;
const TOLD: readonly FactKind[] = ["email", "phone", "person", "address", "tracking_number", "order_number"];

type Row = {
  conversationId: string;
  by: string | null;
  at: string;
  kind: "confirmed" | "assumed";
  score: number | null;
  customer: string | null;
  timeZone: string | null;
  messages: string[];
};

/**
 * What people replied to the questions of a gap, in conversations that are resolved and did not come back; without
 * personal facts: those recognised and those known of the conversation.
 */
export async function loadReplies(
  db: Executor,
  reading: Reading,
  gap: { id: string; locale: Locale; settledUntil: Date | null },
): Promise<EndedWith[]> {
  const rows = await selectRows<Row>(
    db,
    sql`
    select q.conversation_id as "conversationId", s.public_name as by, to_json(r.at) #>> '{}' as at, r.kind, t.score,
      u.name as customer, u.time_zone as "timeZone", said.messages
    from (
      select conversation_id, min(asked_at) as asked_at from gap_questions where gap_id = ${gap.id}
        and asked_at > coalesce(${gap.settledUntil?.toISOString() ?? null}::timestamptz, '-infinity')
      group by conversation_id order by max(asked_at) desc limit ${MOST}
    ) q
    join lateral (
      select * from resolutions where conversation_id = q.conversation_id and at > q.asked_at order by at desc limit 1
    ) r on r.with_person and r.returned_at is null
    join conversations c on c.id = q.conversation_id and c.status = 'resolved' join customers u on u.id = c.customer_id
    left join ratings t on t.resolution_id = r.id left join staff s on s.id = r.by_staff_id
    join lateral (
      select array_agg(m.body order by m.seq) as messages from messages m where m.conversation_id = q.conversation_id
        and m.kind = 'outgoing' and m.sender_type = 'agent' and m.created_at between q.asked_at and r.at
    ) said on said.messages is not null`,
  );
  return Promise.all(
    rows.map(async ({ customer, timeZone, messages, ...row }) => {
      const facts = await listFacts(db, row.conversationId);
      const known = facts.filter(({ kind }) => TOLD.includes(kind)).map(({ value }) => value);
      const written = reading.written({ locale: gap.locale, at: new Date(row.at), timeZone, customer });
      const masked = { ...written, known: [...written.known, ...known] };
      return { ...row, messages: messages.map((message) => maskText(message, masked)) };
    }),
  );
}
