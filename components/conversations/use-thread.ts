"use client";

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPCClient } from "../layout/trpc-client";
import { knownUntil, mergeMessages, type Thread } from "./merge-messages";

type Client = ReturnType<typeof useTRPCClient>;

const PAGE = 200;
const END = 2_000_000_000;

export const threadKey = (conversationId: string) => ["conversation-thread", conversationId] as const;

async function newest(client: Client, conversationId: string): Promise<Thread> {
  const messages = await client.conversations.messages.query({ conversationId, before: END });
  return { messages, older: (messages[0]?.seq ?? 1) > 1 };
}

async function caughtUp(client: Client, conversationId: string, known: Thread): Promise<Thread> {
  let messages = known.messages;
  for (let full = true; full; ) {
    const page = await client.conversations.messages.query({ conversationId, after: knownUntil(messages) });
    messages = mergeMessages(messages, page);
    full = page.length === PAGE;
  }
  return messages.length === known.messages.length ? known : { ...known, messages };
}

/** What to read of a conversation: the newest stretch at first, afterwards only what came since. */
export function threadQuery(client: Client, cache: QueryClient, conversationId: string) {
  const queryKey = threadKey(conversationId);
  return {
    queryKey,
    staleTime: 0,
    queryFn: () => {
      const known = cache.getQueryData<Thread>(queryKey);
      return known ? caughtUp(client, conversationId, known) : newest(client, conversationId);
    },
  };
}

/** A conversation's rows, kept in the cache while one moves between conversations, and the way to read further back. */
export function useThread(conversationId: string) {
  const [client, cache] = [useTRPCClient(), useQueryClient()];
  const query = useQuery(threadQuery(client, cache, conversationId));
  const [loadingOlder, setLoadingOlder] = useState(false);
  async function loadOlder(): Promise<void> {
    const first = query.data?.messages[0]?.seq;
    if (loadingOlder || !first || !query.data?.older) return;
    setLoadingOlder(true);
    try {
      const page = await client.conversations.messages.query({ conversationId, before: first });
      cache.setQueryData<Thread>(threadKey(conversationId), (known) => ({
        messages: mergeMessages(page, known?.messages ?? []),
        older: (page[0]?.seq ?? 1) > 1,
      }));
    } finally {
      setLoadingOlder(false);
    }
  }
  return { ...query, loadOlder, loadingOlder };
}
