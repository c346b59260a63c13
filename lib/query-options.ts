import type { DehydrateOptions, HydrateOptions, QueryClientConfig } from "@tanstack/react-query";
import superjson from "superjson";

/** How staff screens cache: the server's data counts as fresh for a moment, hints and polls refresh it, errors of ours are not retried. */
export const queryDefaults: QueryClientConfig["defaultOptions"] = {
  queries: {
    staleTime: 5_000,
    refetchOnWindowFocus: false,
    retry: (count, error) => count < 2 && !isAnswer(error),
  },
};

/** Whether an error is the server's own answer (4xx), which another try would only repeat. */
function isAnswer(error: unknown): boolean {
  const data = error instanceof Error && "data" in error ? error.data : null;
  return typeof data === "object" && data !== null && "httpStatus" in data && Number(data.httpStatus) < 500;
}

export const dehydration: DehydrateOptions = { serializeData: superjson.serialize };
export const hydration: HydrateOptions = { defaultOptions: { deserializeData: superjson.deserialize } };
