"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type RealtimeHint, realtimeChannels } from "@/lib/realtime-channels";
import { useTRPC } from "../layout/trpc-client";
import { JOINED_EVENT } from "../shared/realtime-connection";
import { useCatchUp, useChannel } from "../shared/use-realtime";
import { TICKET_LIST_KEY } from "./use-ticket-list";

/** Keeps tickets on screen true: a hint makes what is shown be read again. Renders nothing. */
export function TicketSync() {
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const refresh = (ticketId?: string) => {
    const stale = [
      TICKET_LIST_KEY,
      trpc.tickets.counts.queryKey(),
      trpc.tickets.get.queryKey(ticketId ? { ticketId } : undefined),
    ];
    for (const queryKey of stale) cache.invalidateQueries({ queryKey }).catch(() => undefined);
  };
  useChannel(realtimeChannels.staffAll(), (event, data) => {
    if (event === JOINED_EVENT) return refresh();
    if (event.startsWith("ticket.")) refresh((data as RealtimeHint | null)?.id);
  });
  useCatchUp(() => refresh());
  return null;
}
