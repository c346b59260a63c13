"use client";

import { type RefObject, useMemo } from "react";
import { realtimeChannels } from "@/lib/realtime-channels";
import type { TimeReader } from "@/lib/time";
import type { ConversationDetail } from "./conversation-types";
import type { Thread } from "./merge-messages";
import { useOutbox } from "./outbox-provider";
import { threadRows } from "./thread-rows";
import { useFollowBottom } from "./use-follow-bottom";
import { useCustomerTyping } from "./use-typing-signal";

/** Everything a log shows: rows, what is unsent, where the reader is, whether the customer types, what has been read. */
export function useLog(
  box: RefObject<HTMLElement | null>,
  conversation: ConversationDetail,
  thread: Thread,
  reader: TimeReader,
) {
  const { messages } = thread;
  const outbox = useOutbox(conversation.id);
  const [first, last] = [messages[0]?.seq ?? 0, messages.at(-1)?.seq ?? 0];
  const rows = useMemo(() => threadRows(messages, reader.timeZone), [messages, reader.timeZone]);
  const stored = useMemo(() => new Set(messages.map((message) => message.clientMessageId)), [messages]);
  const unsent = outbox.pending.filter((one) => !stored.has(one.clientMessageId));
  const reply = messages.findLast((message) => message.kind === "outgoing");
  return {
    rows,
    unsent,
    outbox,
    follow: useFollowBottom(box, first, last + unsent.length),
    typing: useCustomerTyping(realtimeChannels.conversation(conversation.id, conversation.epoch), last),
    /** The newest reply, when a person wrote it and nothing newer is on its way. */
    receipt:
      reply?.sender.type === "agent" && unsent.length === 0
        ? { messageId: reply.id, read: conversation.customerReadSeq >= reply.seq }
        : null,
    /** The newest "resolved" notice. */
    resolvedKey: rows.findLast((row) => row.type === "notice" && row.message.activity?.name === "resolved")?.key,
  };
}
