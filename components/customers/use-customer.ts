"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/layout/trpc-client";
import { useChannel } from "@/components/shared/use-realtime";
import { realtimeChannels } from "@/lib/realtime-channels";

const isOf = (data: unknown, id: string) => typeof data === "object" && data !== null && "id" in data && data.id === id;

/** A customer's card, kept current: somebody else's change shows without a reload. */
export function useCustomer(customerId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = trpc.customers.get.queryOptions({ customerId });
  useChannel(realtimeChannels.staffAll(), (event, data) => {
    if (event === "customer.updated" && isOf(data, customerId)) void queryClient.invalidateQueries(options);
  });
  return useQuery(options);
}
