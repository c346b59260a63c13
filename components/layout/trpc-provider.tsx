"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import { dehydration, hydration, queryDefaults } from "@/lib/query-options";
import type { AppRouter } from "@/server/root";
import { serviceErrorOf } from "../shared/service-error";
import { SessionExpiredDialog } from "./session-expired-dialog";
import { TRPCProvider } from "./trpc-client";

const BATCH_LIMIT = 20;
const URL_LIMIT = 4_000;

function makeQueryClient(onError: (error: unknown) => void): QueryClient {
  return new QueryClient({
    defaultOptions: { ...queryDefaults, dehydrate: dehydration, hydrate: hydration.defaultOptions },
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
  });
}

function makeTrpcClient() {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({ url: "/api/trpc", transformer: superjson, maxItems: BATCH_LIMIT, maxURLLength: URL_LIMIT }),
    ],
  });
}

/** Procedures and their cache for a staff page; an expired session opens a dialog in place instead of losing work. */
export function StaffQueryProvider({ children }: { children: ReactNode }) {
  const [expired, setExpired] = useState(false);
  const [queryClient] = useState(() =>
    makeQueryClient((error) => {
      if (serviceErrorOf(error).httpStatus === 401) setExpired(true);
    }),
  );
  const [trpcClient] = useState(makeTrpcClient);
  function renew(): void {
    setExpired(false);
    queryClient.invalidateQueries().catch(() => undefined);
  }
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
        {expired && <SessionExpiredDialog onRenewed={renew} />}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
