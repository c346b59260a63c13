import { createTranslator, type Messages } from "next-intl";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { loadMessages, type MESSAGE_DOMAINS } from "./messages";

/** The words of one domain in one language, outside of any page: for mails and other stored text. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** @param locale an unsupported one falls back to the default language. */
export async function translator(locale: string, domain: (typeof MESSAGE_DOMAINS)[number]): Promise<Words> {
  const language = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const messages: Messages = await loadMessages(language);
  const words = createTranslator({ locale: language, messages });
  return (key, values) => words(`${domain}.${key}`, values);
}
