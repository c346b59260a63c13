"use client";

import { onlineManager } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useRealtimeState } from "../shared/use-realtime";

/** Says that the connection is gone (drafts are safe), or that updates come by polling only. Silent otherwise. */
export function ConnectionBar() {
  const t = useTranslations("conversations.connection");
  const state = useRealtimeState();
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  );
  if (online && state !== "lost") return null;
  return (
    <p
      role="alert"
      className="flex shrink-0 items-center gap-2 border-line border-b bg-warning-soft px-4 py-1.5 text-warning"
    >
      <CloudOff size={16} strokeWidth={1.75} aria-hidden />
      {t(online ? "polling" : "offline")}
    </p>
  );
}
