import type { inferRouterOutputs } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@/server/root";

/** `useTRPC()` gives option factories for react-query: `useQuery(trpc.conversations.counts.queryOptions())`. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** What procedures return, by domain and name. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;
