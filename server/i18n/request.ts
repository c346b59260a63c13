import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, type Locale, negotiateLocale } from "@/lib/i18n";
import { loadMessages } from "./messages";

/** Staff screens take the language from this cookie; public pages from their path. */
export const LOCALE_COOKIE = "zhida_locale";

async function staffLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"));
}

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = isLocale(requested) ? requested : await staffLocale();
  return { locale, messages: await loadMessages(locale), timeZone: "Asia/Shanghai" };
});
