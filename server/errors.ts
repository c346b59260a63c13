/** What went wrong, independent of protocol; each kind has one HTTP status and one tRPC code. */
export const ERROR_KINDS = {
  malformed: { http: 400, trpc: "BAD_REQUEST" },
  unauthorized: { http: 401, trpc: "UNAUTHORIZED" },
  forbidden: { http: 403, trpc: "FORBIDDEN" },
  not_found: { http: 404, trpc: "NOT_FOUND" },
  wrong_method: { http: 405, trpc: "METHOD_NOT_SUPPORTED" },
  conflict: { http: 409, trpc: "CONFLICT" },
  too_large: { http: 413, trpc: "PAYLOAD_TOO_LARGE" },
  unsupported: { http: 415, trpc: "UNSUPPORTED_MEDIA_TYPE" },
  invalid: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },
  rate_limited: { http: 429, trpc: "TOO_MANY_REQUESTS" },
} as const;

export type ErrorKind = keyof typeof ERROR_KINDS;

/**
 * The one error family of every verb. `code` is stable (snake_case): clients branch on it and messages/<locale>/errors.json
 * puts it into words. `details` are values for those words and never hold secrets.
 */
export class ServiceError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly details: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = "ServiceError";
  }
}

export const notFound = (code = "not_found") => new ServiceError("not_found", code);
export const forbidden = (code = "forbidden") => new ServiceError("forbidden", code);
export const unauthorized = (code = "unauthorized") => new ServiceError("unauthorized", code);
export const conflict = (code: string, details?: Record<string, string | number>) =>
  new ServiceError("conflict", code, details);
export const invalid = (code: string, details?: Record<string, string | number>) =>
  new ServiceError("invalid", code, details);
export const rateLimited = (retryAfterSeconds: number) =>
  new ServiceError("rate_limited", "rate_limited", { retryAfterSeconds });

/** Nothing instead of an unknown or foreign object, for pages that say so in their own words; other errors go on. */
export function nullIfUnknown(error: unknown): null {
  if (error instanceof ServiceError && error.kind === "not_found") return null;
  throw error;
}
