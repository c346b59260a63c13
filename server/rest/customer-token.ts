import { ServiceError } from "@/server/errors";

/** The browser's customer session: HttpOnly, SameSite=Lax; it holds the same token as the bearer header. */
export const CUSTOMER_COOKIE = "zhida_customer";

/** The bearer token of a request, or null. */
export function bearerToken(request: Request): string | null {
  return /^Bearer\s+(\S{1,512})$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
}

function cookieToken(request: Request): string | null {
  const cookies = request.headers.get("cookie")?.split(";") ?? [];
  const own = cookies.map((pair) => pair.trim().split("=")).find(([name]) => name === CUSTOMER_COOKIE);
  return own?.[1] ?? null;
}

/**
 * A cookie acts only for pages of this origin: other sites may send it along, but not use it.
 * @throws ServiceError forbidden `cross_origin`.
 */
export function refuseCrossOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const sameOrigin = origin !== null && URL.canParse(origin) && new URL(origin).host === host;
  if (site ? site !== "same-origin" : !sameOrigin) throw new ServiceError("forbidden", "cross_origin");
}

/** The token a customer request carries: the bearer header, else the cookie of a same-origin page. */
export function customerToken(request: Request): string | null {
  const bearer = bearerToken(request);
  if (bearer) return bearer;
  const cookie = cookieToken(request);
  if (cookie) refuseCrossOrigin(request);
  return cookie;
}
