"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { WaitTime } from "../shared/wait-time";
import { IconButton } from "../ui/icon-button";
import { ConversationMarks } from "./conversation-marks";
import type { ConversationDetail } from "./conversation-types";
import { useServedName } from "./use-served-name";
import { Viewers } from "./viewers";

/** Who it is, how it stands, who else looks at it; `children` are what can be done. */
export function ThreadHeader({
  conversation,
  onBack,
  children,
}: {
  conversation: ConversationDetail;
  onBack: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("conversations");
  const nameOf = useServedName();
  const { status, assigneeName, waitingSince, number } = conversation;
  const held = status === "assigned" && assigneeName;
  return (
    <header className="flex min-h-14 shrink-0 items-center gap-2 border-line border-b px-4 py-2 max-md:px-2">
      <span className="md:hidden">
        <IconButton icon={ArrowLeft} label={t("thread.back")} onClick={onBack} />
      </span>
      <div className="min-w-0 grow">
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 truncate font-semibold text-14">{nameOf(conversation)}</h2>
          <ConversationMarks conversation={conversation} />
          {waitingSince && <WaitTime since={waitingSince} />}
        </div>
        <p className="flex gap-1 text-12 text-muted">
          <span className="shrink-0">
            #{number} · {held ? t("thread.heldBy", { name: assigneeName }) : t(`status.${status}`)}
          </span>
          <Viewers conversation={conversation} />
        </p>
      </div>
      {children}
    </header>
  );
}
