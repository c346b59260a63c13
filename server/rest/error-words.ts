import { negotiateLocale } from "@/lib/i18n";
import en from "@/messages/en/errors.json";
import zh from "@/messages/zh/errors.json";

const WORDS: Record<"en" | "zh", Record<string, string>> = { en, zh };

/** Words for error codes in the language a request prefers; an unlisted code gets the general sentence. */
export function errorWords(request: Request): (code: string) => string {
  const words = WORDS[negotiateLocale(request.headers.get("accept-language"))];
  return (code) => words[code] ?? words.internal ?? code;
}
