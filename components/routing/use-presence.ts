"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { roleMay } from "@/lib/contracts/permissions";
import { DEFAULT_CAPACITY } from "@/lib/contracts/routing";
import { useWritten } from "../conversations/outbox-provider";
import { useMe } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";

const REFRESH_MS = 30_000;

/** Everybody who serves, refreshed by hints and every half minute: who falls silent sends no hint. */
export function useAgents() {
  const [trpc, me] = [useTRPC(), useMe()];
  const enabled = roleMay(me.role, "conversations:read");
  return useQuery({ ...trpc.routing.agents.queryOptions(), refetchInterval: REFRESH_MS, enabled });
}

/** One's own presence and the way to change it. `state` is null until it is known. */
export function usePresence() {
  const [trpc, cache, me, written] = [useTRPC(), useQueryClient(), useMe(), useWritten()];
  const { data } = useAgents();
  const own = data?.find((agent) => agent.id === me.id);
  const queryKey = trpc.routing.agents.queryKey();
  const change = useMutation(
    trpc.routing.setPresence.mutationOptions({
      onMutate: ({ state, capacity, giveBack }) => {
        cache.setQueryData(queryKey, (agents) =>
          agents?.map((agent) => (agent.id === me.id ? { ...agent, state, ...(capacity && { capacity }) } : agent)),
        );
        return giveBack ? written() : undefined;
      },
      onSettled: () => cache.invalidateQueries({ queryKey }),
    }),
  );
  return {
    state: own?.state ?? null,
    capacity: own?.capacity || DEFAULT_CAPACITY,
    load: own?.load ?? 0,
    /** How many conversations one holds by now; what the list last said when nobody answers. */
    async loadNow(): Promise<number> {
      const options = { ...trpc.routing.agents.queryOptions(), staleTime: 0 };
      const agents = await cache.fetchQuery(options).catch(() => data);
      return agents?.find((agent) => agent.id === me.id)?.load ?? 0;
    },
    change: change.mutate,
  };
}
