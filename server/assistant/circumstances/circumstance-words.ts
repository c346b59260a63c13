import type { Locale } from "@/lib/i18n";
import en from "@/messages/en/circumstances.json";
import zh from "@/messages/zh/circumstances.json";

/** A file of words as the names of a path through it. */
type Words = { [name: string]: string | Words };

const WORDS: Record<Locale, Words> = { en, zh };

/** The words of circumstances in a language, by their path; the path itself where there are none. */
export function circumstanceWord(locale: Locale) {
  return (path: string): string => {
    const found = path
      .split(".")
      .reduce<Words | string | undefined>(
        (words, name) => (typeof words === "object" ? words[name] : undefined),
        WORDS[locale],
      );
    return typeof found === "string" ? found : path;
  };
}
