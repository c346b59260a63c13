import { cookies, headers } from "next/headers";
import { cache } from "react";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n";
import type { CustomerActor, ServiceContext } from "./context";
import { createSession, SESSION_DAYS } from "./customers/create-session";
import { loadCustomerActor } from "./customers/load-customer-actor";
import { contextFor } from "./request-context";
import { CUSTOMER_COOKIE } from "./rest/customer-token";

/** The customer whose browser asks for a public page, or null for somebody new; once a request. */
export const customerSession = cache(async (): Promise<ServiceContext<CustomerActor> | null> => {
  const [jar, incoming] = await Promise.all([cookies(), headers()]);
  const token = jar.get(CUSTOMER_COOKIE)?.value;
  const anonymous = contextFor({ kind: "anonymous" }, incoming.get("x-request-id"));
  const actor = token ? await loadCustomerActor(anonymous.db, token, anonymous.now) : null;
  return actor ? { ...anonymous, actor } : null;
});

/** The same for a server action: a new browser gets a session of its own and its cookie. */
export async function ensureCustomerSession(locale: Locale): Promise<ServiceContext<CustomerActor>> {
  const known = await customerSession();
  if (known) return known;
  const anonymous = contextFor({ kind: "anonymous" }, (await headers()).get("x-request-id"));
  const { token, customerId } = await createSession({ ctx: anonymous, input: { locale } });
  (await cookies()).set(CUSTOMER_COOKIE, token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    maxAge: SESSION_DAYS * 86_400,
    secure: env().APP_URL.startsWith("https://"),
  });
  return { ...anonymous, actor: { kind: "customer", customerId } };
}
