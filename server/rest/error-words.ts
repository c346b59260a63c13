import { isLocale, negotiateLocale } from "@/lib/i18n";
import en from "@/messages/en/errors.json";
import zh from "@/messages/zh/errors.json";

const WORDS: Record<"en" | "zh", Record<string, string>> = { en, zh };

export type ErrorWords = (code: string, details?: Record<string, string | number>) => string;

/**
 * Words for error codes in the language a request prefers, with its details in their places; where the seconds to wait
 * are known they are named. An unlisted code gets the general sentence.
 * @param own the caller's language, where it is known: for requests that prefer none.
 */
export function errorWords(request: Request, own?: string): ErrorWords {
  const otherwise = isLocale(own) ? own : undefined;
  const words = WORDS[negotiateLocale(request.headers.get("accept-language"), otherwise)];
  return (code, details = {}) => {
    const timed = "retryAfterSeconds" in details ? words[`${code}_for`] : undefined;
    const sentence = timed ?? words[code] ?? words.internal ?? code;
    return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(details[name] ?? place));
  };
}
