import { env } from "@/lib/env";
import { SESSION_DAYS } from "@/server/customers/create-session";
import { CUSTOMER_COOKIE } from "./customer-token";

/** The Set-Cookie value that keeps a customer's session in their browser. */
export function customerCookieValue(token: string): string {
  const secure = env().APP_URL.startsWith("https://") ? "; Secure" : "";
  return `${CUSTOMER_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SESSION_DAYS * 86_400}${secure}`;
}

/** The cookie for pages of this origin; scripts elsewhere get the token in the body alone. */
export function customerCookie(request: Request, token: string): string | null {
  return request.headers.get("sec-fetch-site") === "same-origin" ? customerCookieValue(token) : null;
}
