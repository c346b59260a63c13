import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import type { Decision } from "@/lib/contracts/assistant";
import type {
  Activity,
  AttachmentView,
  CitationView,
  MessageKind,
  MessageView,
  SenderType,
} from "@/lib/contracts/conversations";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n";
import { getSettings } from "@/server/settings/get-settings";

type Row = {
  locale: string;
  id: string;
  seq: number;
  public_seq: number | null;
  kind: MessageKind;
  sender_type: SenderType;
  sender_id: string | null;
  sender_name: string | null;
  body: string;
  activity: { name: Activity; values: Record<string, string> } | null;
  client_message_id: string | null;
  stopped: boolean;
  created_at: string | Date;
  decision: Decision | null;
  citations: CitationView[] | null;
  attachments: AttachmentView[] | null;
};

/**
 * Messages of one conversation as one side sees them, oldest first, at most `limit`.
 * @param side customers get public rows, numbered by public_seq; staff get every row, numbered by seq.
 * @param condition further restriction over `m` (messages), for example who may read it.
 */
export async function selectMessageViews(
  db: Executor,
  query: { conversationId: string; side: "customer" | "staff"; after: number; limit: number; condition?: SQL },
): Promise<MessageView[]> {
  const seq = query.side === "customer" ? sql`m.public_seq` : sql`m.seq`;
  const { assistantName } = await getSettings(db, "company");
  const result = await db.execute<Row>(sql`
    select c.locale, m.id, m.seq, m.public_seq, m.kind, m.sender_type, m.sender_id, m.body, m.activity, m.client_message_id,
      m.stopped, m.created_at, a.citations, a.decision,
      case m.sender_type when 'agent' then s.public_name when 'customer' then cu.name end as sender_name,
      (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes,
         'url', '/api/v1/attachments/' || f.id) order by f.id)
       from attachments f where f.message_id = m.id) as attachments
    from messages m
    join conversations c on c.id = m.conversation_id
    left join staff s on m.sender_type = 'agent' and s.id = m.sender_id
    left join customers cu on m.sender_type = 'customer' and cu.id = m.sender_id
    left join answers a on m.sender_type = 'assistant' and a.message_id = m.id
    where m.conversation_id = ${query.conversationId} and ${seq} > ${query.after}
      ${query.condition ? sql`and ${query.condition}` : sql``}
    order by ${seq} limit ${query.limit}`);
  return result.rows.map((row) => toView(named(row, assistantName), query.side));
}

/** The assistant goes by its name in the conversation's language. */
function named(row: Row, names: Record<Locale, string>): Row {
  if (row.sender_type !== "assistant") return row;
  return { ...row, sender_name: names[isLocale(row.locale) ? row.locale : DEFAULT_LOCALE] };
}

/** Why a conversation was handed over is the staff's to know. */
function withoutReason(activity: Row["activity"]): Row["activity"] {
  if (!activity) return null;
  const { reason: _, ...values } = activity.values;
  return { ...activity, values };
}

function toView(row: Row, side: "customer" | "staff"): MessageView {
  return {
    id: row.id,
    seq: side === "customer" ? (row.public_seq ?? 0) : row.seq,
    kind: row.kind,
    sender: { type: row.sender_type, id: side === "customer" ? null : row.sender_id, name: row.sender_name },
    text: row.body,
    createdAt: new Date(row.created_at).toISOString(),
    clientMessageId: row.client_message_id,
    activity: side === "customer" ? withoutReason(row.activity) : row.activity,
    decision: row.decision?.kind ?? null,
    choices: row.decision?.choices ?? [],
    questions: (row.decision?.questions ?? []).map(({ text, outcome }) => ({ text, outcome })),
    offered: row.decision?.offered ?? false,
    recommendations: row.decision?.recommendations ?? [],
    action: row.decision?.action ?? null,
    citations: (row.citations ?? []).map(({ articleId, externalId, title, url, chunkId }) => ({
      articleId,
      externalId: externalId ?? null,
      title,
      url,
      chunkId,
    })),
    attachments: row.attachments ?? [],
    stopped: row.stopped,
  };
}
