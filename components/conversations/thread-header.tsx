"use client";

import { ArrowLeft, PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShortcuts } from "../shared/use-shortcuts";
import { WaitTime } from "../shared/wait-time";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { ConversationMarks } from "./conversation-marks";
import type { ConversationRights } from "./conversation-rights";
import type { ConversationDetail } from "./conversation-types";
import { TicketButton } from "./ticket-button";
import { TransferDialog } from "./transfer-dialog";
import { useServedName } from "./use-served-name";
import { Viewers } from "./viewers";

type Props = {
  conversation: ConversationDetail;
  rights: ConversationRights;
  resolving: boolean;
  onResolve: () => void;
  onBack: () => void;
  onPanel: () => void;
};

/** Who it is, how it stands, and what can be done with it. */
export function ThreadHeader({ conversation, rights, resolving, onResolve, onBack, onPanel }: Props) {
  const t = useTranslations("conversations");
  const nameOf = useServedName();
  const [transferring, setTransferring] = useState(false);
  useShortcuts({
    a: () => rights.transfer && setTransferring(true),
    e: () => rights.resolve && onResolve(),
  });
  const { status, assigneeName, waitingSince } = conversation;
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-4 py-2 max-md:px-2">
      <span className="md:hidden">
        <IconButton icon={ArrowLeft} label={t("thread.back")} onClick={onBack} />
      </span>
      <div className="min-w-0 grow">
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 truncate font-semibold text-14">{nameOf(conversation)}</h2>
          <ConversationMarks conversation={conversation} />
          {waitingSince && <WaitTime since={waitingSince} />}
        </div>
        <p className="flex items-center gap-2 truncate text-12 text-muted">
          #{conversation.number} ·{" "}
          {status === "assigned" && assigneeName ? t("thread.heldBy", { name: assigneeName }) : t(`status.${status}`)}
          <Viewers conversation={conversation} />
        </p>
      </div>
      {rights.transfer && <Button onClick={() => setTransferring(true)}>{t("thread.transfer")}</Button>}
      {rights.note && <TicketButton conversationId={conversation.id} />}
      {rights.resolve && (
        <Button pending={resolving} onClick={onResolve}>
          {t("thread.resolve")}
        </Button>
      )}
      <span className="xl:hidden">
        <IconButton icon={PanelRight} label={t("thread.panel")} onClick={onPanel} />
      </span>
      {transferring && <TransferDialog conversation={conversation} open onClose={() => setTransferring(false)} />}
    </header>
  );
}
