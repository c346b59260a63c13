"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { returnToConversation } from "@/server/conversations/return-to-conversation";
import { ServiceError } from "@/server/errors";
import { helpContext } from "@/server/help-page";
import { customerCookieOptions } from "@/server/rest/customer-cookie";
import { CUSTOMER_COOKIE } from "@/server/rest/customer-token";

/** Takes the customer back into the conversation; opening the link alone changes nothing. */
export async function continueConversation(pageLocale: string, token: string): Promise<void> {
  const locale = isLocale(pageLocale) ? pageLocale : DEFAULT_LOCALE;
  const session = await returnToConversation({ ctx: await helpContext(), input: { token } }).catch((error: unknown) => {
    if (error instanceof ServiceError) return null;
    throw error;
  });
  if (session === null) redirect(`/${locale}/return/expired`);
  (await cookies()).set(CUSTOMER_COOKIE, session, customerCookieOptions());
  redirect(`/${locale}/chat`);
}
