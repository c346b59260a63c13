"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ConversationView } from "@/lib/contracts/conversation-views";
import { useTRPC, useTRPCClient } from "../layout/trpc-client";
import type { ConversationCounts, ConversationSummary } from "./conversation-types";

const PAGE = 50;

/** What the page already knew when it was served. */
export type InboxInitial = { view: ConversationView; rows: ConversationSummary[]; counts: ConversationCounts };

export const listKey = (view: ConversationView) => ["conversation-list", view] as const;

/** One list of the inbox; only "all" has further pages. */
export function useConversationList(view: ConversationView, initial: InboxInitial) {
  const client = useTRPCClient();
  const query = useInfiniteQuery({
    queryKey: listKey(view),
    queryFn: ({ pageParam }) => client.conversations.list.query({ view, before: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (view === "all" && last.length === PAGE ? last.at(-1)?.id : undefined),
    initialData: view === initial.view ? { pages: [initial.rows], pageParams: [undefined] } : undefined,
  });
  const rows = useMemo(() => query.data?.pages.flat(), [query.data]);
  return { ...query, rows };
}

/** How many conversations each list holds. */
export function useConversationCounts(initial: ConversationCounts): ConversationCounts {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.conversations.counts.queryOptions(),
    initialData: initial,
    placeholderData: keepPreviousData,
  });
  return data;
}
