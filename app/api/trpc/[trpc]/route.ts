import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { newId } from "@/lib/ids";
import { sessionContext } from "@/server/request-context";
import { refuseCrossOrigin } from "@/server/rest/customer-token";
import { errorWords } from "@/server/rest/error-words";
import { limitBody } from "@/server/rest/limit-body";
import { problemResponse } from "@/server/rest/problem";
import { appRouter } from "@/server/root";

const BODY_LIMIT = 1024 * 1024;
const BATCH_LIMIT = 20;

/** The console's procedures. The cookie acts only for pages of this origin; nothing is cached. */
async function handler(request: Request): Promise<Response> {
  try {
    refuseCrossOrigin(request);
    const response = await fetchRequestHandler({
      endpoint: "/api/trpc",
      req: await limitBody(request, BODY_LIMIT),
      router: appRouter,
      createContext: () => sessionContext(request.headers),
      maxBatchSize: BATCH_LIMIT,
    });
    response.headers.set("cache-control", "no-store");
    return response;
  } catch (error) {
    return problemResponse(error, errorWords(request), request.headers.get("x-request-id") ?? newId("request"));
  }
}

export { handler as GET, handler as POST };
