import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";

/** The language to answer in: the one it was asked in, else the conversation's. */
export function languageOf(question: string, fallback: string): Locale {
  const written = detectLocale(question);
  if (isLocale(written)) return written;
  return isLocale(fallback) ? fallback : DEFAULT_LOCALE;
}
