import { env } from "@/lib/env";
import { SESSION_DAYS } from "@/server/customers/create-session";
import { CUSTOMER_COOKIE } from "./customer-token";

/** How the customer's session is kept in their browser. */
export function customerCookieOptions() {
  return {
    path: "/",
    httpOnly: true,
    sameSite: "lax" as const,
    maxAge: SESSION_DAYS * 86_400,
    secure: env().APP_URL.startsWith("https://"),
  };
}

/** The Set-Cookie value for pages of this origin; scripts elsewhere get the token in the body alone. */
export function customerCookie(request: Request, token: string): string | null {
  if (request.headers.get("sec-fetch-site") !== "same-origin") return null;
  const { path, maxAge, secure } = customerCookieOptions();
  return `${CUSTOMER_COOKIE}=${token}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? "; Secure" : ""}`;
}
