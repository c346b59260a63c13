import type { Locale } from "@/lib/i18n";
import en from "@/messages/en/assistant.json";
import zh from "@/messages/zh/assistant.json";

const WORDS = { en: en.said, zh: zh.said };

/** What the assistant says by itself. */
export type Said = keyof typeof en.said;

/** A fixed sentence of the assistant's in the customer's language. */
export function say(locale: Locale, said: Said): string {
  return WORDS[locale][said];
}
