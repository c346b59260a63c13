import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { dehydration, queryDefaults } from "@/lib/query-options";
import type { ServiceContext } from "./context";
import { type AppRouter, appRouter } from "./root";

type PageQueries = {
  trpc: TRPCOptionsProxy<AppRouter>;
  queryClient: QueryClient;
  /** What `HydrationBoundary` takes. */
  state: () => DehydratedState;
};

/**
 * Runs procedures inside a server component and hands their results to the client's cache:
 * `await queryClient.prefetchQuery(trpc.conversations.counts.queryOptions())`, then `<HydrationBoundary state={state()}>`.
 */
export function pageQueries(ctx: ServiceContext): PageQueries {
  const queryClient = new QueryClient({
    defaultOptions: { ...queryDefaults, queries: { ...queryDefaults?.queries, retry: false } },
  });
  const trpc = createTRPCOptionsProxy({ ctx, router: appRouter, queryClient });
  return { trpc, queryClient, state: () => dehydrate(queryClient, dehydration) };
}
