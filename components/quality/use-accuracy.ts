"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useMe } from "@/components/layout/console-context";
import { useTRPC } from "@/components/layout/trpc-client";
import { useChannel } from "@/components/shared/use-realtime";
import { roleMay } from "@/lib/contracts/permissions";
import { realtimeChannels } from "@/lib/realtime-channels";

const PROGRESS_MS = 1_500;
const IDLE_MS = 30_000;

/** What the golden set came to, followed closely while it is being replayed; the list of cases follows the newest run. */
export function useAccuracy() {
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const query = useQuery(
    trpc.quality.accuracy.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.running ? PROGRESS_MS : IDLE_MS),
      refetchOnWindowFocus: true,
    }),
  );
  const hinted = roleMay(useMe().role, "analytics:read");
  useChannel(hinted ? realtimeChannels.dashboard() : null, () => void query.refetch());
  const latest = query.data?.latest?.id ?? null;
  const seen = useRef(latest);
  useEffect(() => {
    if (seen.current === latest) return;
    seen.current = latest;
    void cache.invalidateQueries({ queryKey: trpc.quality.listCases.pathKey() });
  }, [latest, cache, trpc]);
  return query;
}
