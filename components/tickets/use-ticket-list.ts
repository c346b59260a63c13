"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ListTicketsInput } from "@/lib/contracts/tickets";
import { useTRPC, useTRPCClient } from "../layout/trpc-client";
import type { TicketCounts, TicketPage } from "./ticket-types";

/** What the page already knew when it was served. */
export type TicketListInitial = { page: TicketPage; counts: TicketCounts };

export const TICKET_LIST_KEY = ["ticket-list"] as const;

/** The pages of a list read so far. */
export function useTicketList(filters: ListTicketsInput, initial: TicketPage) {
  const client = useTRPCClient();
  const query = useInfiniteQuery({
    queryKey: [...TICKET_LIST_KEY, filters],
    queryFn: ({ pageParam }) => client.tickets.list.query({ ...filters, before: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    initialData: { pages: [initial], pageParams: [undefined] },
  });
  return { ...query, rows: query.data.pages.flatMap(({ tickets }) => tickets) };
}

/** How many unfinished tickets each list holds. */
export function useTicketCounts(initial: TicketCounts): TicketCounts {
  const trpc = useTRPC();
  return useQuery({ ...trpc.tickets.counts.queryOptions(), initialData: initial }).data;
}
