"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type RealtimeHint, realtimeChannels } from "@/lib/realtime-channels";
import { useTRPC } from "../layout/trpc-client";
import { JOINED_EVENT } from "../shared/realtime-connection";
import { useCatchUp, useChannel } from "../shared/use-realtime";
import { threadKey } from "./use-thread";

const GATHER_MS = 250;

/** Gathers calls: runs once, a moment after the first of a burst, with everything named meanwhile. */
function useGathered(run: (names: ReadonlySet<string>) => void): (name: string) => void {
  const names = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return (name) => {
    names.current.add(name);
    timer.current ??= setTimeout(() => {
      const gathered = names.current;
      names.current = new Set();
      timer.current = undefined;
      latest.current(gathered);
    }, GATHER_MS);
  };
}

const EVERYTHING = "*";

/** Keeps what is on screen true: hints name what changed, and only what is shown is read again. Renders nothing. */
export function InboxSync() {
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const refresh = useGathered((names) => {
    const all = names.has(EVERYTHING);
    const invalidate = (queryKey: readonly unknown[]) => cache.invalidateQueries({ queryKey }).catch(() => undefined);
    const conversationIds = [...names].filter((name) => name.startsWith("conv_"));
    if (all || conversationIds.length > 0) {
      invalidate(["conversation-list"]);
      invalidate(trpc.conversations.counts.queryKey());
    }
    if (all) {
      invalidate(["conversation-thread"]);
      invalidate(trpc.conversations.get.queryKey());
    }
    for (const conversationId of conversationIds) {
      invalidate(threadKey(conversationId));
      invalidate(trpc.conversations.get.queryKey({ conversationId }));
    }
    if (all || names.has("agents")) invalidate(trpc.routing.agents.queryKey());
  });
  useChannel(realtimeChannels.staffAll(), (event, data) => {
    if (event === JOINED_EVENT) return refresh(EVERYTHING);
    if (event === "presence.changed") return refresh("agents");
    const hint = data as RealtimeHint | null;
    if (hint?.id?.startsWith("conv_")) refresh(hint.id);
  });
  useCatchUp(() => refresh(EVERYTHING));
  return null;
}
