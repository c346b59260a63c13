import { type NextRequest, NextResponse } from "next/server";
import { negotiateLocale } from "@/lib/i18n";
import { newId } from "@/lib/ids";
import { contentSecurityPolicy, securityHeaders } from "@/lib/security-headers";
import { isPublicPath, isStaffPath } from "@/lib/staff-paths";
import { missingPage } from "@/server/missing-page";

const SESSION_COOKIE = /^(__Secure-)?authjs\.session-token(\.\d+)?$/;

/** Where a request is sent instead, if anywhere. Whether a session is still valid is decided where rows are loaded. */
function redirection(request: NextRequest): URL | null {
  const { pathname, search } = request.nextUrl;
  const target = request.nextUrl.clone();
  if (pathname === "/") {
    target.pathname = `/${negotiateLocale(request.headers.get("accept-language"))}`;
    return target;
  }
  const signedIn = request.cookies.getAll().some(({ name }) => SESSION_COOKIE.test(name));
  if (signedIn || !isStaffPath(pathname)) return null;
  target.pathname = "/sign-in";
  target.search = new URLSearchParams({ next: pathname + search }).toString();
  return target;
}

/** The 404 of a public address that leads nowhere, for whoever asks for a whole document. */
async function missing(request: NextRequest, headers: Headers): Promise<NextResponse | null> {
  const { pathname } = request.nextUrl;
  if (request.method !== "GET" || request.headers.has("rsc") || !isPublicPath(pathname)) return null;
  const place = await missingPage(pathname, request.headers.get("accept-language"));
  if (!place) return null;
  const target = request.nextUrl.clone();
  target.pathname = place;
  return NextResponse.rewrite(target, { status: 404, request: { headers } });
}

/** Every page and API call: a request id, security headers, a policy with a fresh nonce, redirections and 404s. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const requestId = newId("request");
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const target = redirection(request);
  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = target
    ? NextResponse.redirect(target)
    : ((await missing(request, headers)) ?? NextResponse.next({ request: { headers } }));
  for (const [name, value] of Object.entries(securityHeaders())) response.headers.set(name, value);
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", requestId);
  if (target && request.nextUrl.pathname === "/") response.headers.set("vary", "Accept-Language");
  return response;
}

/** Uploads to the API pass by: the proxy would hold them in memory first and cut them at its own limit. */
export const config = {
  matcher: [
    "/((?!api/|_next/static|_next/image|fonts/|icon.svg|favicon.ico).*)",
    { source: "/api/:path*", missing: [{ type: "header", key: "content-type", value: "multipart/form-data.*" }] },
  ],
};
