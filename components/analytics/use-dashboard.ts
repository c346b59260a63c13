"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTRPC } from "@/components/layout/trpc-client";
import { useCatchUp, useChannel, useRealtimeState } from "@/components/shared/use-realtime";
import type { DashboardInput } from "@/lib/contracts/analytics";
import { realtimeChannels } from "@/lib/realtime-channels";

const POLL_MS = 30_000;
const GAP_MS = 1_000;

/** Runs a call at most once a second, the last one always. */
function useThrottled(callback: () => void): () => void {
  const call = useEffectEvent(callback);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const waiting = useRef(false);
  return () => {
    if (waiting.current) return;
    waiting.current = true;
    timer.current = setTimeout(() => {
      waiting.current = false;
      call();
    }, GAP_MS);
  };
}

/** The dashboard, counted again whenever something it counts has changed, and every half minute. */
export function useDashboard(input: DashboardInput) {
  const options = useTRPC().analytics.get.queryOptions(input, {
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
    refetchOnWindowFocus: true,
  });
  const query = useQuery(options);
  const refresh = useThrottled(() => void query.refetch());
  useChannel(realtimeChannels.dashboard(), refresh);
  useCatchUp(refresh);
  return { ...query, live: useRealtimeState() === "connected" };
}
