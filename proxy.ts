import { type NextRequest, NextResponse } from "next/server";
import { db } from "@/db/client";
import { negotiateLocale, pathLocale } from "@/lib/i18n";
import { newId } from "@/lib/ids";
import { contentSecurityPolicy, DATA_POLICY, securityHeaders } from "@/lib/security-headers";
import { isPublicPath, isStaffPath } from "@/lib/staff-paths";
import { missingPage } from "@/server/missing-page";
import { refuseWrongMethod } from "@/server/rest/wrong-method";
import { isSetupOpen } from "@/server/settings/is-setup-open";

const SESSION_COOKIE = /^(__Secure-)?authjs\.session-token(\.\d+)?$/;

let known: "set up" | null = null;

/** Whether nobody has set this installation up yet. Once it is, it stays so, and is not asked again. */
async function isNew(): Promise<boolean> {
  if (known) return false;
  const open = await isSetupOpen({ db: db() }).catch(() => null);
  if (open === false) known = "set up";
  return open === true;
}

/** Where a request is sent instead, if anywhere. Whether a session is still valid is decided where rows are loaded. */
async function redirection(request: NextRequest): Promise<URL | null> {
  const { pathname, search } = request.nextUrl;
  const target = request.nextUrl.clone();
  if (pathname === "/") {
    const home = `/${negotiateLocale(request.headers.get("accept-language"))}`;
    target.pathname = (await isNew()) ? "/setup" : home;
    return target;
  }
  const signedIn = request.cookies.getAll().some(({ name }) => SESSION_COOKIE.test(name));
  if (signedIn || !isStaffPath(pathname)) return null;
  target.pathname = "/sign-in";
  target.search = new URLSearchParams({ next: pathname + search }).toString();
  return target;
}

const PAGE_MS = 5_000;
/** What the page of a 404 is drawn by. */
const PASSED_ON = ["accept-language", "user-agent", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"];
const OF_THE_TRANSPORT = ["content-encoding", "content-length", "transfer-encoding", "connection"];

/** The 404 of a public address that leads nowhere, for whoever asks for a whole document. */
async function missing(request: NextRequest): Promise<NextResponse | null> {
  const { pathname } = request.nextUrl;
  if (request.method !== "GET" || request.headers.has("rsc") || !isPublicPath(pathname)) return null;
  const place = await missingPage(pathname, request.headers.get("accept-language"));
  if (!place) return null;
  // A rewrite cannot have a status: with 404 Next draws its own error page, whose body comes by script.
  const { PORT } = process.env;
  const origin = PORT ? `http://127.0.0.1:${PORT}` : request.nextUrl.origin;
  const asked = new Headers(PASSED_ON.map((name): [string, string] => [name, request.headers.get(name) ?? ""]));
  const page = await fetch(origin + place, { headers: asked, signal: AbortSignal.timeout(PAGE_MS) });
  const headers = new Headers(page.headers);
  for (const name of OF_THE_TRANSPORT) headers.delete(name);
  return new NextResponse(page.body, { status: 404, headers });
}

/** By this next-intl learns the path's language wherever no page can tell it: in layouts and pages of errors. */
const PATH_LOCALE = "x-next-intl-locale";

/** Every page and API call: a request id, security headers, a policy with a fresh nonce, redirections and 404s. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const requestId = newId("request");
  const nonce = btoa(crypto.randomUUID());
  const isPage = !request.nextUrl.pathname.startsWith("/api/");
  const policy = isPage ? contentSecurityPolicy(nonce, process.env.NODE_ENV === "development") : DATA_POLICY;
  const target = await redirection(request);
  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.set("x-nonce", nonce);
  const locale = pathLocale(request.nextUrl.pathname);
  if (locale) headers.set(PATH_LOCALE, locale);
  else headers.delete(PATH_LOCALE);
  headers.set("content-security-policy", policy);
  const lost = target ? null : await missing(request).catch(() => null);
  if (lost) return lost;
  const refused = refuseWrongMethod(request, request.nextUrl.pathname, requestId);
  const passed = () => (target ? NextResponse.redirect(target) : NextResponse.next({ request: { headers } }));
  const response = refused ? new NextResponse(refused.body, refused) : passed();
  for (const [name, value] of Object.entries(securityHeaders())) response.headers.set(name, value);
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", requestId);
  if (target && request.nextUrl.pathname === "/") response.headers.set("vary", "Accept-Language");
  return response;
}

/**
 * Assets pass by, and files sent to the two addresses that take them: the proxy would hold those in memory first and cut
 * them at its own limit. The routes of uploads set the same headers themselves.
 */
export const config = {
  matcher: [
    "/((?!api/|_next/static|_next/image|fonts/|icon.svg|favicon.ico).*)",
    "/api/((?!attachments$|v1/conversations/[^/]+/attachments$).*)",
    { source: "/api/:path*", missing: [{ type: "header", key: "content-type", value: "multipart/form-data.*" }] },
  ],
};
