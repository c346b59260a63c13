import type { Locale } from "@/lib/i18n";
import { ENGLISH_CONCEPTS } from "@/server/assistant/recogniser/concepts-en";
import { CHINESE_CONCEPTS } from "@/server/assistant/recogniser/concepts-zh";
import { searchedForm, synonymForms } from "./synonym-forms";

type Group = ReturnType<typeof synonymForms>;

const WRITTEN: Record<Locale, string> = { zh: CHINESE_CONCEPTS, en: ENGLISH_CONCEPTS };
const groups = new Map<Locale, Group[]>();

function groupsOf(locale: Locale): Group[] {
  const known = groups.get(locale);
  if (known) return known;
  const lines = WRITTEN[locale].trim().split("\n");
  const made = lines.map((line) => synonymForms(line.split(",").map((word) => word.trim())));
  groups.set(locale, made);
  return made;
}

/** Other words customers anywhere use for what a text says, as tokens of the index of a language. */
export function commonSynonyms(text: string, locale: Locale): { view: number; token: string }[] {
  const form = searchedForm(text);
  return groupsOf(locale)
    .filter(({ keys }) => keys.some((key) => form.includes(key)))
    .flatMap(({ tokens }) => tokens);
}
