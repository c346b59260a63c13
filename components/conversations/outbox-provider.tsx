"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { newId } from "@/lib/ids";
import { useMe } from "../layout/console-context";
import { useTRPC, useTRPCClient } from "../layout/trpc-client";
import { serviceErrorOf } from "../shared/service-error";
import { useCatchUp } from "../shared/use-realtime";
import { nextToSend, type PendingMessage } from "./outbox";
import { OutboxStore } from "./outbox-store";
import { threadKey } from "./use-thread";

type Client = ReturnType<typeof useTRPCClient>;
type Outbox = { store: OutboxStore; flush: () => void };

const OutboxContext = createContext<Outbox | null>(null);
const NONE: readonly PendingMessage[] = [];
const RETRY_MS = 4_000;

/** Whether another try of the same call may end better: it never arrived, the server stumbled, or the session ended. */
function mayRetry(status: number | null): boolean {
  return status === null || status >= 500 || status === 401 || status === 429;
}

/** Sends one message under its id; true when it is stored and read back. */
async function deliver(
  store: OutboxStore,
  client: Client,
  cache: QueryClient,
  message: PendingMessage,
): Promise<boolean> {
  const { clientMessageId, conversationId, kind, text, attachmentIds } = message;
  store.dispatch({ type: "sending", clientMessageId });
  try {
    await client.conversations.send.mutate({ conversationId, clientMessageId, kind, text, attachmentIds });
  } catch (error) {
    const { code, httpStatus } = serviceErrorOf(error);
    store.dispatch(
      mayRetry(httpStatus) ? { type: "waiting", clientMessageId } : { type: "failed", clientMessageId, code },
    );
    return false;
  }
  await cache.invalidateQueries({ queryKey: threadKey(conversationId) }).catch(() => undefined);
  store.dispatch({ type: "remove", clientMessageId });
  return true;
}

/** Delivers what agents write, whichever page is open meanwhile: in order, once, and again after a loss. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const me = useMe();
  const [trpc, client, cache] = [useTRPC(), useTRPCClient(), useQueryClient()];
  const [store] = useState(() => new OutboxStore(me.id));

  async function drain(conversationId: string): Promise<void> {
    const next = nextToSend(store.pending(), conversationId);
    if (!next || !(await deliver(store, client, cache, next))) return;
    cache.invalidateQueries({ queryKey: trpc.conversations.get.queryKey({ conversationId }) }).catch(() => undefined);
    cache.invalidateQueries({ queryKey: ["conversation-list"] }).catch(() => undefined);
    return drain(conversationId);
  }
  function flush(): void {
    for (const id of new Set(store.pending().map((one) => one.conversationId))) drain(id).catch(() => undefined);
  }

  useCatchUp(flush);
  useEffect(() => {
    const timer = setInterval(flush, RETRY_MS);
    return () => clearInterval(timer);
  });
  return <OutboxContext value={{ store, flush }}>{children}</OutboxContext>;
}

function useOutboxOfPage(): Outbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error("useOutbox needs OutboxProvider");
  return outbox;
}

/**
 * Waits for what one has written in a conversation, or in any: whoever lets go of it before that may not write any more,
 * and the customer would never read it.
 */
export function useWritten(): (conversationId?: string) => Promise<void> {
  const { store } = useOutboxOfPage();
  return (conversationId) => store.settled((id) => conversationId === undefined || id === conversationId);
}

/** A conversation's unsent messages, and what can be done with them. */
export function useOutbox(conversationId: string) {
  const { store, flush } = useOutboxOfPage();
  const pending = useSyncExternalStore(store.subscribe, store.pending, () => NONE);
  return {
    pending: pending.filter((one) => one.conversationId === conversationId),
    send(message: Pick<PendingMessage, "kind" | "text" | "attachmentIds">): void {
      const clientMessageId = newId("message");
      const at = new Date().toISOString();
      store.dispatch({
        type: "add",
        message: { ...message, clientMessageId, conversationId, at, state: "waiting", code: null },
      });
      flush();
    },
    retry(clientMessageId: string): void {
      store.dispatch({ type: "waiting", clientMessageId });
      flush();
    },
    remove: (clientMessageId: string) => store.dispatch({ type: "remove", clientMessageId }),
  };
}
