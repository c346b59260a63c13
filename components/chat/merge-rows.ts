import type { MessageView } from "@/lib/contracts/conversations";

/**
 * Puts rows that arrived into those that are known: each once, ordered by number. Whatever was doubled, reordered or
 * late, everyone who has seen the same rows holds the same list. A row read back wins over the short reply to a send.
 */
export function mergeRows(known: readonly MessageView[], arrived: readonly MessageView[]): MessageView[] {
  const bySeq = new Map<number, MessageView>();
  for (const row of [...known, ...arrived]) {
    const other = bySeq.get(row.seq);
    if (!other || isShort(other)) bySeq.set(row.seq, row);
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** The reply to a send names neither citations nor attachments. */
function isShort(row: MessageView): boolean {
  return row.citations === undefined;
}

/** The last number up to which no row is missing: what to ask after. */
export function seenUntil(rows: readonly MessageView[]): number {
  let seq = 0;
  for (const row of rows) {
    if (row.seq !== seq + 1) break;
    seq = row.seq;
  }
  return seq;
}
