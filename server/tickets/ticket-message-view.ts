import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { SenderType } from "@/lib/contracts/conversations";
import type { TicketActivity, TicketHistoryEntry, TicketMessageKind, TicketMessageView } from "@/lib/contracts/tickets";

type Row = {
  id: string;
  seq: number;
  kind: TicketMessageKind;
  senderType: SenderType;
  senderName: string | null;
  body: string;
  activity: TicketActivity | null;
  createdAt: string | Date;
};

/** The whole story of a ticket, oldest first: for staff. Customers get {@link publicMessages} of it. */
export async function selectTicketMessages(db: Executor, ticketId: string): Promise<TicketMessageView[]> {
  const { rows } = await db.execute<Row>(sql`
    select m.id, m.seq, m.kind, m.sender_type as "senderType", m.body, m.activity, m.created_at as "createdAt",
      case m.sender_type when 'agent' then s.public_name when 'customer' then cu.name end as "senderName"
    from ticket_messages m
    left join staff s on m.sender_type = 'agent' and s.id = m.sender_id
    left join customers cu on m.sender_type = 'customer' and cu.id = m.sender_id
    where m.ticket_id = ${ticketId} order by m.seq`);
  return rows.map(({ senderType, senderName, body, createdAt, ...row }) => ({
    ...row,
    sender: { type: senderType, name: senderName },
    text: body,
    createdAt: new Date(createdAt).toISOString(),
  }));
}

/** What the customer may read of a story: their messages and the replies, numbered anew so that notes leave no gap. */
export function publicMessages(story: readonly TicketMessageView[]) {
  return story
    .filter((row): row is TicketMessageView & { kind: "incoming" | "reply" } =>
      ["incoming", "reply"].includes(row.kind),
    )
    .map(({ kind, sender, text, createdAt }, index) => ({
      seq: index + 1,
      kind,
      sender: kind === "reply" ? sender.name : null,
      text,
      createdAt,
    }));
}

/** Each status a ticket was in and since when, from its story, oldest first. */
export function statusHistory(story: readonly TicketMessageView[], createdAt: string): TicketHistoryEntry[] {
  const moves = story.flatMap((row) =>
    (row.activity?.changes ?? []).flatMap((change) =>
      change.field === "status" && change.to
        ? [{ status: change.to as TicketHistoryEntry["status"], at: row.createdAt }]
        : [],
    ),
  );
  return [{ status: "new", at: createdAt }, ...moves];
}
