import type { z } from "zod";
import { newId } from "@/lib/ids";
import { internalSignatureHolds } from "@/server/auth/internal-signature";
import type { ServiceContext } from "@/server/context";
import { forbidden } from "@/server/errors";
import { log } from "@/server/log";
import { systemContext } from "@/server/request-context";
import { errorWords } from "./error-words";
import { limitBody } from "./limit-body";
import { problemResponse } from "./problem";
import { json } from "./route";

/** An answer with its trace is a few kilobytes; this is read before the signature can be checked. */
const BODY_LIMIT = 256 * 1024;

/** A Node verb for the edge: only a call with a fresh signature over its path and body gets in. */
export function internalRoute<Schema extends z.ZodType>(
  schema: Schema,
  handler: (ctx: ServiceContext<{ kind: "system" }>, input: z.infer<Schema>) => Promise<unknown>,
) {
  return async (request: Request): Promise<Response> => {
    const requestId = request.headers.get("x-request-id") ?? newId("request");
    try {
      const body = await (await limitBody(request, BODY_LIMIT)).text();
      const signature = request.headers.get("x-zhida-internal");
      if (!(await internalSignatureHolds(signature, new URL(request.url).pathname, body))) throw forbidden();
      return json(200, await handler(systemContext(), schema.parse(JSON.parse(body))));
    } catch (error) {
      const response = problemResponse(error, errorWords(request), requestId);
      if (response.status >= 500) log.error({ requestId, err: error }, "internal call failed");
      return response;
    }
  };
}
