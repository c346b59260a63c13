import { useContext, useEffect, useRef, useState } from "react";
import { TYPING_EVENT } from "@/lib/realtime-channels";
import { JOINED_EVENT } from "../shared/realtime-connection";
import { RealtimeContext, useCatchUp, useChannel } from "../shared/use-realtime";
import type { ChatEngine } from "./chat-engine";
import type { ChatState } from "./chat-state";
import { channelOf, isTypingAgent } from "./use-chat";

const SHOWN_MS = 4_000;
const EVERY_MS = 2_000;

/** Catches up on every hint; tells whether the agent is typing. */
export function useHints(engine: ChatEngine, state: ChatState): { isAgentTyping: boolean } {
  const last = state.messages.at(-1)?.seq ?? 0;
  const [typing, setTyping] = useState<{ after: number } | null>(null);
  useCatchUp(engine.catchUp);
  useChannel(channelOf(state), (event, data) => {
    if (isTypingAgent(event, data)) setTyping({ after: last });
    else if (event === JOINED_EVENT || !event.startsWith("pusher:")) engine.catchUp();
  });
  useEffect(() => {
    if (!typing) return;
    const timer = setTimeout(() => setTyping(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [typing]);
  return { isAgentTyping: typing !== null && typing.after >= last && state.status === "assigned" };
}

/** Tells the agent that the customer is typing, at most every two seconds. */
export function useTypingSignal(state: ChatState): () => void {
  const connection = useContext(RealtimeContext);
  const said = useRef(0);
  return () => {
    const channel = channelOf(state);
    if (!channel || state.status !== "assigned" || Date.now() - said.current < EVERY_MS) return;
    said.current = Date.now();
    connection?.say(channel, TYPING_EVENT, { side: "customer" });
  };
}

/** Tells the server how far the customer has read, while they look. */
export function useReadMark(engine: ChatEngine, { conversationId, messages }: ChatState): void {
  const last = messages.findLast((row) => row.kind !== "incoming")?.seq ?? 0;
  const marked = useRef(0);
  useEffect(() => {
    if (!conversationId || last <= marked.current) return;
    const mark = () => {
      if (document.visibilityState !== "visible" || last <= marked.current) return;
      marked.current = last;
      engine.api.read(conversationId, last).catch(() => undefined);
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [engine, conversationId, last]);
}
