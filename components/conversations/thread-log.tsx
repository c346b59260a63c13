"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import type { MessageView } from "@/lib/contracts/conversations";
import { useReader } from "../layout/console-context";
import { Button } from "../ui/button";
import type { ConversationDetail } from "./conversation-types";
import type { Thread } from "./merge-messages";
import { PendingLine } from "./pending-line";
import { ThreadLine } from "./thread-row";
import { TypingDots } from "./typing-dots";
import { useLog } from "./use-log";
import { useServedName } from "./use-served-name";

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

function Older({ pending, onOlder }: { pending: boolean; onOlder: () => void }) {
  const t = useTranslations("conversations.thread");
  return (
    <p className="pb-3 text-center">
      <Button size={28} pending={pending} onClick={onOlder}>
        {t("older")}
      </Button>
    </p>
  );
}

function Rows({
  conversation,
  log,
  undo,
  name,
}: Pick<Props, "conversation" | "undo"> & { log: ReturnType<typeof useLog>; name: string }) {
  const t = useTranslations("conversations.message");
  const reader = useReader();
  const { rows, unsent, outbox, receipt, resolvedKey } = log;
  const ratingOf = ({ createdAt }: MessageView) => conversation.ratings.find((one) => one.resolvedAt === createdAt);
  const foot = receipt && <span className="mt-1 text-12 text-muted">{t(receipt.read ? "read" : "sent")}</span>;
  return (
    <ol className="flex flex-col gap-1">
      {rows.map((row) => (
        <li key={row.key} className={row.type === "message" && row.first ? "pt-2" : undefined}>
          <ThreadLine
            row={row}
            customerName={name}
            lang={conversation.locale}
            locale={reader.locale}
            timeZone={reader.timeZone}
            foot={row.key === receipt?.messageId ? foot : undefined}
            action={row.key === resolvedKey ? undo : undefined}
            rating={row.type === "notice" ? ratingOf(row.message) : undefined}
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
  );
}

/** The log: handoff card, rows, what is on its way, who is typing. Follows the bottom only while the reader is there. */
export function ThreadLog({ conversation, thread, loadingOlder, onOlder, undo }: Props) {
  const t = useTranslations("conversations.thread");
  const box = useRef<HTMLElement>(null);
  const log = useLog(box, conversation, thread, useReader());
  const name = useServedName()(conversation);
  function onScroll(): void {
    log.follow.onScroll();
    if (thread.older && (box.current?.scrollTop ?? OLDER_PX) < OLDER_PX) onOlder();
  }
  return (
    <div className="relative min-h-0 grow">
      <section
        ref={box}
        aria-label={t("log", { name })}
        {...scrolledByKeyboard}
        onScroll={onScroll}
        className="-outline-offset-2 h-full overflow-y-auto px-4 py-4"
      >
        <div className="mx-auto max-w-[760px]">
          {thread.older && <Older pending={loadingOlder} onOlder={onOlder} />}
          <Rows conversation={conversation} log={log} undo={undo} name={name} />
          {log.typing && <TypingDots name={name} />}
        </div>
      </section>
      {log.follow.below > 0 && (
        <Button onClick={log.follow.toBottom} className="-translate-x-1/2 absolute bottom-3 left-1/2 shadow-floating">
          {t("below", { count: log.follow.below })} ↓
        </Button>
      )}
    </div>
  );
}
