"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef } from "react";
import { realtimeChannels } from "@/lib/realtime-channels";
import { useReader } from "../layout/console-context";
import { Button } from "../ui/button";
import type { ConversationDetail } from "./conversation-types";
import { HandoffCard } from "./handoff-card";
import type { Thread } from "./merge-messages";
import { useOutbox } from "./outbox-provider";
import { PendingLine } from "./pending-line";
import { ThreadLine } from "./thread-row";
import { threadRows } from "./thread-rows";
import { useFollowBottom } from "./use-follow-bottom";
import { useServedName } from "./use-served-name";
import { useCustomerTyping } from "./use-typing-signal";

/** Scrolled with the arrow keys in browsers that do not focus scrollers by themselves. */
const scrolledByKeyboard = { tabIndex: 0 };
const OLDER_PX = 200;

type Props = {
  conversation: ConversationDetail;
  thread: Thread;
  loadingOlder: boolean;
  onOlder: () => void;
  /** Behind the newest "resolved" notice: take it back. */
  undo: ReactNode;
};

function TypingDots({ name }: { name: string }) {
  const t = useTranslations("conversations.thread");
  return (
    <p className="flex items-center gap-2 pl-9 text-12 text-muted">
      <span
        aria-hidden="true"
        className="flex gap-1 rounded-bubble rounded-bl-chip border border-line bg-surface px-3.5 py-3"
      >
        {["a", "b", "c"].map((dot) => (
          <span key={dot} className="size-1.5 rounded-full bg-faint" />
        ))}
      </span>
      <span className="sr-only">{t("typing", { name })}</span>
    </p>
  );
}

/** Under the last message an agent sent: whether the customer has read it. */
function useReceipt(conversation: ConversationDetail, thread: Thread) {
  const t = useTranslations("conversations.message");
  const last = thread.messages.findLast((message) => message.kind === "outgoing");
  if (last?.sender.type !== "agent") return { id: null, foot: null };
  const read = conversation.customerReadSeq >= last.seq;
  return { id: last.id, foot: <span className="mt-1 text-12 text-muted">{t(read ? "read" : "sent")}</span> };
}

/** The log: handoff card, rows, what is on its way, who is typing. Follows the bottom only while the reader is there. */
export function ThreadLog({ conversation, thread, loadingOlder, onOlder, undo }: Props) {
  const t = useTranslations("conversations.thread");
  const [reader, nameOf] = [useReader(), useServedName()];
  const box = useRef<HTMLElement>(null);
  const outbox = useOutbox(conversation.id);
  const { messages } = thread;
  const [first, last] = [messages[0]?.seq ?? 0, messages.at(-1)?.seq ?? 0];
  const rows = useMemo(() => threadRows(messages, reader.timeZone), [messages, reader.timeZone]);
  const stored = useMemo(() => new Set(messages.map((message) => message.clientMessageId)), [messages]);
  const unsent = outbox.pending.filter((one) => !stored.has(one.clientMessageId));
  const follow = useFollowBottom(box, first, last + unsent.length);
  const typing = useCustomerTyping(realtimeChannels.conversation(conversation.id, conversation.epoch), last);
  const receipt = useReceipt(conversation, thread);
  const resolved = rows.findLast((row) => row.type === "notice" && row.message.activity?.name === "resolved");
  const [customerName, lang] = [nameOf(conversation), conversation.locale];
  return (
    <div className="relative min-h-0 grow">
      <section
        ref={box}
        aria-label={t("log", { name: customerName })}
        {...scrolledByKeyboard}
        onScroll={() => {
          follow.onScroll();
          if (box.current && box.current.scrollTop < OLDER_PX && thread.older) onOlder();
        }}
        className="-outline-offset-2 h-full overflow-y-auto px-4 py-4"
      >
        <div className="mx-auto max-w-[760px]">
          {thread.older && (
            <p className="pb-3 text-center">
              <Button size={28} pending={loadingOlder} onClick={onOlder}>
                {t("older")}
              </Button>
            </p>
          )}
          {conversation.handoff && !thread.older && <HandoffCard handoff={conversation.handoff} lang={lang} />}
          <ol className="flex flex-col gap-1.5">
            {rows.map((row) => (
              <li key={row.key}>
                <ThreadLine
                  row={row}
                  customerName={customerName}
                  lang={lang}
                  reader={reader}
                  foot={row.key === receipt.id && unsent.length === 0 ? receipt.foot : undefined}
                  action={row === resolved ? undo : undefined}
                />
              </li>
            ))}
            {unsent.map((message) => (
              <li key={message.clientMessageId}>
                <PendingLine
                  message={message}
                  onRetry={() => outbox.retry(message.clientMessageId)}
                  onRemove={() => outbox.remove(message.clientMessageId)}
                />
              </li>
            ))}
          </ol>
          {typing && <TypingDots name={customerName} />}
        </div>
      </section>
      {follow.below > 0 && (
        <Button onClick={follow.toBottom} className="-translate-x-1/2 absolute bottom-3 left-1/2 shadow-floating">
          {t("below", { count: follow.below })} ↓
        </Button>
      )}
    </div>
  );
}
