"use client";

import { useContext, useEffect, useRef, useState } from "react";
import { TYPING_EVENT } from "@/lib/realtime-channels";
import { RealtimeContext, useChannel } from "../shared/use-realtime";

const EVERY_MS = 2_000;
const SHOWN_MS = 4_000;

/** Tells the other side that one is typing, at most every two seconds. */
export function useTypingSignal(channel: string | null): () => void {
  const connection = useContext(RealtimeContext);
  const last = useRef(0);
  return () => {
    if (!channel || Date.now() - last.current < EVERY_MS) return;
    last.current = Date.now();
    connection?.say(channel, TYPING_EVENT, { side: "agent" });
  };
}

/** Whether the customer is typing: four seconds from their last signal, or until a row with a higher number is there. */
export function useCustomerTyping(channel: string | null, lastSeq: number): boolean {
  const [typing, setTyping] = useState<{ after: number } | null>(null);
  useChannel(channel, (event, data) => {
    const side = typeof data === "object" && data !== null && "side" in data ? data.side : null;
    if (event === TYPING_EVENT && side === "customer") setTyping({ after: lastSeq });
  });
  useEffect(() => {
    if (!typing) return;
    const timer = setTimeout(() => setTyping(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [typing]);
  return typing !== null && typing.after >= lastSeq;
}
