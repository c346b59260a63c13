"use client";

import { useTranslations } from "next-intl";
import { useMe } from "../layout/console-context";
import { Markdown } from "../shared/markdown";
import { Button } from "../ui/button";
import { MessageBubble } from "./message-bubble";
import type { PendingMessage } from "./outbox";

/** Something written but not stored: on its way, waiting for a connection, or refused with the reason. */
export function PendingLine({
  message,
  onRetry,
  onRemove,
}: {
  message: PendingMessage;
  onRetry: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations("conversations.message");
  const errors = useTranslations("errors");
  const me = useMe();
  const { state, code } = message;
  const side = message.kind === "note" ? "note" : "agent";
  return (
    <MessageBubble
      side={side}
      name={me.name}
      first={false}
      last
      label={t(`label.${side}`, { name: me.name })}
      faded={state !== "failed"}
      foot={
        state === "failed" ? (
          <span role="alert" className="mt-1 flex flex-wrap items-center justify-end gap-x-2 text-12 text-danger">
            {t("failed")} {code && errors.has(code) ? errors(code) : null}
            <Button variant="link" size={28} onClick={onRetry}>
              {t("retry")}
            </Button>
            <Button variant="link" size={28} onClick={onRemove}>
              {t("remove")}
            </Button>
          </span>
        ) : (
          <span className="mt-1 text-12 text-muted">{t(state)}</span>
        )
      }
    >
      <Markdown text={message.text} />
    </MessageBubble>
  );
}
