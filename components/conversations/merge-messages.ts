import type { MessageView } from "@/lib/contracts/conversations";

/** A stretch of a conversation without holes: `older` tells whether rows exist in front of it. */
export type Thread = { messages: MessageView[]; older: boolean };

/**
 * Puts freshly read rows into what is known, by number: each once, in order, the fresh version winning. Reading twice,
 * out of order or overlapping ends with the same list.
 */
export function mergeMessages(known: readonly MessageView[], fresh: readonly MessageView[]): MessageView[] {
  if (fresh.length === 0) return [...known];
  const last = known.at(-1)?.seq ?? 0;
  if (fresh.every((message, index) => message.seq === last + 1 + index)) return [...known, ...fresh];
  const bySeq = new Map([...known, ...fresh].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** The number after which to read on: the end of what is known without a hole. */
export function knownUntil(messages: readonly MessageView[]): number {
  return messages.at(-1)?.seq ?? 0;
}
