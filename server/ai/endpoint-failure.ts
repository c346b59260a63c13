import { APICallError, RetryError } from "ai";
import type { EndpointFailure } from "@/lib/contracts/answer-trace";

/** An endpoint answered, but not with what it is asked for. */
export class UnusableReply extends Error {}

const ofStatus = (status: number): EndpointFailure =>
  status === 429 ? "rate_limited" : status >= 500 ? "server_error" : "refused";

/** An endpoint answered with a status of failure. */
export class EndpointRefusal extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`);
  }
}

/** Why a call of an embedding or ranking endpoint failed, for people who run it. */
export function endpointFailure(error: unknown): EndpointFailure {
  if (RetryError.isInstance(error)) return endpointFailure(error.lastError);
  if (error instanceof UnusableReply || error instanceof SyntaxError) return "garbage";
  if (error instanceof EndpointRefusal) return ofStatus(error.status);
  if (APICallError.isInstance(error)) {
    if (error.statusCode === 200) return "garbage";
    return error.statusCode === undefined ? "refused" : ofStatus(error.statusCode);
  }
  const name = error instanceof Error ? error.name : "";
  return name === "TimeoutError" || name === "AbortError" ? "stalled" : "refused";
}
