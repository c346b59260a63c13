import { ZodError } from "zod";
import { negotiateLocale } from "@/lib/i18n";
import { ERROR_KINDS, ServiceError } from "@/server/errors";
import { loadMessages } from "@/server/i18n/messages";

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

async function wordsFor(code: string, acceptLanguage: string | null): Promise<string> {
  const messages = await loadMessages(negotiateLocale(acceptLanguage));
  const words = messages.errors?.[code] ?? messages.errors?.internal;
  return typeof words === "string" ? words : code;
}

function classify(error: unknown): Omit<Problem, "type" | "title" | "requestId"> {
  if (error instanceof ServiceError) {
    const details = Object.keys(error.details).length > 0 ? { details: error.details } : {};
    return { status: ERROR_KINDS[error.kind].http, code: error.code, ...details };
  }
  if (error instanceof ZodError) {
    const errors = error.issues.map((issue) => ({ field: issue.path.join("."), code: issue.message }));
    return { status: 422, code: "invalid_input", errors };
  }
  return { status: 500, code: "internal" };
}

/** The response for any error: known ones by their kind, unknown ones as a 500 that shows only the request id. */
export async function problemResponse(error: unknown, request: Request, requestId: string): Promise<Response> {
  const { status, code, ...rest } = classify(error);
  const title = await wordsFor(code, request.headers.get("accept-language"));
  const problem: Problem = { type: "about:blank", title, status, code, requestId, ...rest };
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
