import type { Locale } from "@/lib/i18n";
import { ENGLISH_CONCEPTS } from "@/server/assistant/recogniser/concepts-en";
import { CHINESE_CONCEPTS } from "@/server/assistant/recogniser/concepts-zh";
import { searchedForm, synonymForms } from "./synonym-forms";

type Tokens = ReturnType<typeof synonymForms>["tokens"];
/** What is looked for in a text, by how it begins: a text is read once, whatever the number of words that are known. */
type Known = Map<string, { key: string; tokens: Tokens }[]>;

const WRITTEN: Record<Locale, string> = { zh: CHINESE_CONCEPTS, en: ENGLISH_CONCEPTS };
const known = new Map<Locale, Known>();

/** A space and two letters of a Latin word, a Han character by itself. */
const beginning = (form: string, at: number): string => form.slice(at, form[at] === " " ? at + 3 : at + 1);

function knownIn(locale: Locale): Known {
  const made = known.get(locale);
  if (made) return made;
  const groups = WRITTEN[locale]
    .trim()
    .split("\n")
    .map((line) => synonymForms(line.split(",").map((word) => word.trim())));
  const keys = groups.flatMap(({ keys, tokens }) => keys.map((key) => ({ key, tokens })));
  const fresh = Map.groupBy(keys, ({ key }) => beginning(key, 0));
  known.set(locale, fresh);
  return fresh;
}

/** Other words customers anywhere use for what a text says, as tokens of the index of a language; some more than once. */
export function commonSynonyms(text: string, locale: Locale): Tokens {
  const form = searchedForm(text);
  const words = knownIn(locale);
  const said = new Set<Tokens>();
  for (let at = 0; at < form.length; at += 1) {
    for (const { key, tokens } of words.get(beginning(form, at)) ?? []) if (form.startsWith(key, at)) said.add(tokens);
  }
  return [...said].flat();
}
