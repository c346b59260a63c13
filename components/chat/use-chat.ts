import { useEffect, useState, useSyncExternalStore } from "react";
import { realtimeChannels, TYPING_EVENT } from "@/lib/realtime-channels";
import type { RealtimeConfig } from "@/lib/realtime-config";
import { RealtimeConnection } from "../shared/realtime-connection";
import type { ChatEngine } from "./chat-engine";
import type { ChatState } from "./chat-state";

const noSubscription = () => () => undefined;

/** Whether the page is alive: false in the server's HTML and while it is taken over. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );
}

/** The engine's state, live. */
export function useChatState(engine: ChatEngine): ChatState {
  return useSyncExternalStore(engine.subscribe, engine.state, engine.state);
}

/** Starts the engine with the page and lets it hear what other tabs do. */
export function useEngineLife(engine: ChatEngine): void {
  useEffect(() => {
    engine.start();
    const onStorage = (event: StorageEvent) => event.key === "zhida.chat" && engine.adopt();
    addEventListener("storage", onStorage);
    return () => removeEventListener("storage", onStorage);
  }, [engine]);
}

const QUEUE_MS = 5_000;

/** The place in the queue moves without a word to those behind, and people leave without one: look now and then. */
export function useQueueLook(engine: ChatEngine, isQueued: boolean, lookForPeople: () => void): void {
  useEffect(() => {
    if (!isQueued) return;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      void engine.catchUp();
      lookForPeople();
    };
    lookForPeople();
    const timer = setInterval(look, QUEUE_MS);
    return () => clearInterval(timer);
  }, [engine, isQueued, lookForPeople]);
}

/** The page's socket; pusher-js is not loaded before there is a conversation to hear of. */
export function useChatSocket(config: RealtimeConfig, { conversationId, messages }: ChatState): RealtimeConnection {
  const [connection] = useState(() => new RealtimeConnection({ config }));
  const isNeeded = conversationId !== null && messages.length > 0;
  useEffect(() => {
    if (!isNeeded) return;
    connection.start();
    return () => connection.stop();
  }, [connection, isNeeded]);
  return connection;
}

/** The channel of the conversation under its current epoch. */
export function channelOf({ conversationId, epoch, messages }: ChatState): string | null {
  return conversationId && messages.length > 0 ? realtimeChannels.conversation(conversationId, epoch) : null;
}

/** Whether an event says that the other side is typing. */
export function isTypingAgent(event: string, data: unknown): boolean {
  return event === TYPING_EVENT && typeof data === "object" && data !== null && "side" in data && data.side === "agent";
}
