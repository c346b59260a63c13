"use client";

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { type MouseEvent, memo } from "react";
import { WaitTime } from "../shared/wait-time";
import { ConversationMarks } from "./conversation-marks";
import type { ConversationSummary } from "./conversation-types";
import { useServedName } from "./use-served-name";

type Props = {
  conversation: ConversationSummary;
  href: string;
  selected: boolean;
  unread: boolean;
  /** It left this list while the list was held still. */
  gone: boolean;
  /** Shown in lists that mix holders. */
  holder: boolean;
  onOpen: (conversationId: string) => void;
};

/** The last message in one line, prefixed by who said it when it was not the customer. */
function Preview({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations("conversations");
  const { preview, previewSender } = conversation;
  if (!preview) return t("row.empty");
  if (previewSender === "assistant") return t("row.assistant", { preview });
  return previewSender === "agent" ? t("row.agent", { preview }) : preview;
}

function plainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
}

/** One conversation of a list, 60 px high; a link, so that it opens in a tab of its own as well. */
export const ConversationRow = memo(function ConversationRow(props: Props) {
  const { conversation, href, selected, unread, gone, holder, onOpen } = props;
  const t = useTranslations("conversations");
  const nameOf = useServedName();
  return (
    <li className="relative">
      <a
        href={href}
        data-conversation={conversation.id}
        aria-current={selected ? "true" : undefined}
        onClick={(event) => {
          if (!plainClick(event)) return;
          event.preventDefault();
          onOpen(conversation.id);
        }}
        className={cx(
          "-outline-offset-2 block h-15 py-2 pr-3 pl-5",
          selected
            ? "bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent"
            : "hover:bg-hover",
          gone && "opacity-55",
        )}
      >
        {unread && !gone && (
          <span className="absolute top-4 left-1.5 size-2 rounded-full border border-transparent bg-accent">
            <span className="sr-only">{t("row.unread")}</span>
          </span>
        )}
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate font-semibold">{nameOf(conversation)}</span>
          <ConversationMarks conversation={conversation} />
          <span className="ml-auto shrink-0">
            {gone ? (
              <span className="text-12 text-muted">{t("row.gone")}</span>
            ) : (
              conversation.waitingSince && <WaitTime since={conversation.waitingSince} />
            )}
          </span>
        </span>
        <span className="mt-0.5 flex gap-2 text-muted">
          <span lang={conversation.locale} className="min-w-0 grow truncate">
            <Preview conversation={conversation} />
          </span>
          {holder && (
            <span className="max-w-24 shrink-0 truncate text-12">
              {conversation.assigneeName ?? t(`status.${conversation.status}`)}
            </span>
          )}
        </span>
      </a>
    </li>
  );
});
