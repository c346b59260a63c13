"use client";

import { createContext, useContext, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { Member, RealtimeConnection, RealtimeListener, RealtimeState } from "./realtime-connection";

/** The page's connection, given by a provider or by the component that made it. */
export const RealtimeContext = createContext<RealtimeConnection | null>(null);

const never = () => () => undefined;

/** Whether hints arrive: `lost` means that screens must poll. */
export function useRealtimeState(): RealtimeState {
  const connection = useContext(RealtimeContext);
  return useSyncExternalStore(
    connection?.onState ?? never,
    connection?.state ?? (() => "connecting"),
    () => "connecting",
  );
}

/** Listens to a channel while mounted; null listens to nothing. */
export function useChannel(name: string | null, listener: RealtimeListener): void {
  const connection = useContext(RealtimeContext);
  const onEvent = useEffectEvent(listener);
  useEffect(() => {
    if (!connection || !name) return;
    return connection.join(name, (event, data) => onEvent(event, data));
  }, [connection, name]);
}

const POLL_MS = 4_000;

/**
 * Calls back whenever hints may have been missed: the socket came (back), the page became visible or came out of the
 * back-forward cache, the network returned; and every four seconds while there is no socket and the page is visible.
 */
export function useCatchUp(callback: () => void): void {
  const state = useRealtimeState();
  const catchUp = useEffectEvent(callback);
  useEffect(() => {
    if (state === "connected") catchUp();
    if (state !== "lost") return;
    const timer = setInterval(() => document.visibilityState === "visible" && catchUp(), POLL_MS);
    return () => clearInterval(timer);
  }, [state]);
  useEffect(() => {
    const onVisible = () => document.visibilityState === "visible" && catchUp();
    const onShow = (event: PageTransitionEvent) => event.persisted && catchUp();
    const onOnline = () => catchUp();
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("pageshow", onShow);
    window.addEventListener("online", onOnline);
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("pageshow", onShow);
      window.removeEventListener("online", onOnline);
    };
  }, []);
}

/** Who else is on a presence channel now. */
export function useOthersPresent(name: string | null): readonly Member[] {
  const connection = useContext(RealtimeContext);
  const [others, setOthers] = useState<readonly Member[]>([]);
  useChannel(name, (event) => {
    if (!event.startsWith("pusher:") || !name || !connection) return;
    connection
      .others(name)
      .then(setOthers)
      .catch(() => setOthers([]));
  });
  return name ? others : [];
}
