"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTRPC } from "../layout/trpc-client";

/** Marks a conversation as read up to what is on screen, while the page is visible. */
export function useMarkRead(conversationId: string, lastSeq: number): void {
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const { mutate } = useMutation(
    trpc.conversations.markRead.mutationOptions({
      onSuccess: () => {
        cache.invalidateQueries({ queryKey: trpc.conversations.counts.queryKey() }).catch(() => undefined);
        cache.invalidateQueries({ queryKey: ["conversation-list"] }).catch(() => undefined);
      },
    }),
  );
  const mark = useEffectEvent(() => {
    if (lastSeq > 0 && document.visibilityState === "visible") mutate({ conversationId, seq: lastSeq });
  });
  useEffect(() => {
    if (lastSeq > 0) mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [lastSeq]);
}
