import type { MessageView } from "@/lib/contracts/conversations";
import type { Site } from "@/lib/text/markdown-targets";
import { withWholeAddresses } from "@/lib/text/whole-addresses";
import type { MessageRow } from "@/server/conversations/append-message";

/**
 * A message as the REST API shows it; activity rows carry their name beside an empty text.
 * @param site where its links lead; null leaves them as they were written.
 */
export function messageReplyOf(view: MessageView, site: Site | null) {
  const { id, seq, kind, sender, text, createdAt, clientMessageId, activity, attachments, stopped } = view;
  return {
    id,
    seq,
    kind,
    sender: { type: sender.type, name: sender.name },
    // What a customer wrote is theirs, to the letter.
    text: site && sender.type !== "customer" ? withWholeAddresses(text, site) : text,
    createdAt,
    clientMessageId,
    activity,
    decision: view.decision ?? null,
    choices: view.choices ?? [],
    questions: view.questions ?? [],
    offered: view.offered ?? false,
    recommendations: view.recommendations ?? [],
    action: view.action ?? null,
    citations: view.citations,
    attachments,
    stopped,
  };
}

/** The stored row of one's own message, as its sender gets it back. */
export function sentMessageReply(row: MessageRow, side: "customer" | "staff", name: string | null) {
  return {
    id: row.id,
    seq: side === "customer" ? (row.publicSeq ?? 0) : row.seq,
    kind: row.kind,
    sender: { type: row.senderType, name },
    text: row.body,
    createdAt: row.createdAt.toISOString(),
    clientMessageId: row.clientMessageId,
  };
}
