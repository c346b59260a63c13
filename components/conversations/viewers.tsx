"use client";

import { useTranslations } from "next-intl";
import { realtimeChannels } from "@/lib/realtime-channels";
import { useOthersPresent } from "../shared/use-realtime";
import type { ConversationDetail } from "./conversation-types";

/** Colleagues who have the same conversation open. */
export function Viewers({ conversation }: { conversation: Pick<ConversationDetail, "id" | "epoch"> }) {
  const t = useTranslations("conversations.thread");
  const others = useOthersPresent(realtimeChannels.conversationPresence(conversation.id, conversation.epoch));
  if (others.length === 0) return null;
  const names = others.map((other) => other.name).join(t("nameSeparator"));
  return <span className="min-w-0 truncate">· {t("viewing", { names })}</span>;
}
