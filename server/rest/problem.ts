import { ZodError, type z } from "zod";
import { ERROR_KINDS, ServiceError } from "@/server/errors";
import { isUnstorable } from "@/server/sql-state";
import type { ErrorWords } from "./error-words";

/** RFC 9457 problem details with a stable `code`; `errors` names the fields of a 422. */
export type Problem = {
  type: "about:blank";
  title: string;
  status: number;
  code: string;
  requestId: string;
  errors?: { field: string; code: string }[];
  details?: Record<string, string | number>;
};

/** A field's mistake: the schema's own word for it (`too_long`), else the kind of check that failed (`too_small`). */
function fieldError({ path, message, code }: z.core.$ZodIssue): { field: string; code: string } {
  return { field: path.join("."), code: /^[a-z]+(_[a-z]+)*$/.test(message) ? message : code };
}

/** What an error is to the outside: known ones by their kind, everything else a 500 without a word about its insides. */
export function classify(error: unknown): Omit<Problem, "type" | "title" | "requestId"> {
  if (error instanceof ServiceError) {
    const details = Object.keys(error.details).length > 0 ? { details: error.details } : {};
    return { status: ERROR_KINDS[error.kind].http, code: error.code, ...details };
  }
  if (error instanceof ZodError) {
    return { status: 422, code: "invalid_input", errors: error.issues.map(fieldError) };
  }
  if (isUnstorable(error)) return { status: 422, code: "invalid_input" };
  return { status: 500, code: "internal" };
}

/** The response for any error, its title in the reader's language. */
export function problemResponse(error: unknown, words: ErrorWords, requestId: string): Response {
  const { status, code, ...rest } = classify(error);
  const problem: Problem = { type: "about:blank", title: words(code, rest.details), status, code, requestId, ...rest };
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  });
  const retryAfter = rest.details?.retryAfterSeconds;
  if (status === 429 && retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  if (status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(problem), { status, headers });
}
