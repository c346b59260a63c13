"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../layout/trpc-client";
import { serviceErrorOf } from "../shared/service-error";
import { showToast } from "../ui/toast-store";
import { useWritten } from "./outbox-provider";
import { threadKey } from "./use-thread";

/** Reads a conversation, its rows and the lists again. */
export function useRefreshConversation(): (conversationId: string) => void {
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  return (conversationId) => {
    for (const queryKey of [
      trpc.conversations.get.queryKey({ conversationId }),
      trpc.conversations.counts.queryKey(),
      threadKey(conversationId),
      ["conversation-list"],
    ]) {
      cache.invalidateQueries({ queryKey }).catch(() => undefined);
    }
  };
}

/** Words for a failed call, as they stand beside what failed. */
export function useFailureWords(): (error: unknown) => string {
  const errors = useTranslations("errors");
  const t = useTranslations("conversations.failure");
  return (error) => {
    const { code, requestId } = serviceErrorOf(error);
    if (code === "network") return t("network");
    return errors.has(code) ? errors(code) : t("unknown", { requestId: requestId ?? "" });
  };
}

/** Taking a queued conversation. `lostTo` names who was faster, until another one is tried. */
export function useClaim() {
  const trpc = useTRPC();
  const refresh = useRefreshConversation();
  const words = useFailureWords();
  const [lost, setLost] = useState<{ conversationId: string; name: string } | null>(null);
  const claim = useMutation(
    trpc.conversations.claim.mutationOptions({
      onMutate: () => setLost(null),
      onError: (error, { conversationId }) => {
        const { code, details } = serviceErrorOf(error);
        if (code === "already_claimed") setLost({ conversationId, name: String(details.name ?? "") });
        else showToast({ message: words(error) });
      },
      onSettled: (_data, _error, { conversationId }) => refresh(conversationId),
    }),
  );
  return { lost, pending: claim.isPending, claim: (conversationId: string) => claim.mutateAsync({ conversationId }) };
}

/** Resolving and taking it back: done at once, undone for eight seconds by the toast and longer in the log. */
export function useResolve() {
  const t = useTranslations("conversations.resolve");
  const [trpc, written] = [useTRPC(), useWritten()];
  const refresh = useRefreshConversation();
  const words = useFailureWords();
  const onError = (error: unknown) => {
    showToast({ message: words(error) });
  };
  const undo = useMutation(
    trpc.conversations.undoResolve.mutationOptions({
      onError,
      onSettled: (_data, _error, { conversationId }) => refresh(conversationId),
    }),
  );
  const resolve = useMutation(
    trpc.conversations.resolve.mutationOptions({
      onMutate: ({ conversationId }) => written(conversationId),
      onError,
      onSuccess: (_data, { conversationId }) => {
        showToast({ message: t("done"), onUndo: () => undo.mutate({ conversationId }) });
      },
      onSettled: (_data, _error, { conversationId }) => refresh(conversationId),
    }),
  );
  return {
    pending: resolve.isPending || undo.isPending,
    resolve: (conversationId: string, reason?: string) => resolve.mutate({ conversationId, reason }),
    undo: (conversationId: string) => undo.mutate({ conversationId }),
  };
}
