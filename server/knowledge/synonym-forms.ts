import { normalise, plainAsking } from "@/lib/text/normalise";
import { initialsOfPinyin } from "@/lib/text/pinyin-syllables";
import { stem } from "@/lib/text/stem";
import { TOKEN_VIEWS, tokenise } from "@/lib/text/tokenise";

const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;

/**
 * A text as synonyms are looked for in it: stems between spaces, runs of Han as they stand, so that a word of either
 * script is in the text exactly when its own form is a piece of the text's.
 */
export function searchedForm(text: string): string {
  const words = plainAsking(normalise(text)).match(WORD) ?? [];
  return ` ${words.map((word) => (/^\p{Script=Han}/u.test(word) ? word : ` ${stem(word)} `)).join("")} `.replace(
    / +/g,
    " ",
  );
}

/** More Latin words than this, and no Chinese one, are English: nothing in them is pinyin. */
const FEW_WORDS = 3;

/** How a name read aloud stands in what is looked for: its initials, marked, as no text has them. */
export const spokenForm = (initials: string): string => `~${initials} `;

/**
 * A question as synonyms are looked for in it: {@link searchedForm}, and of words that may be pinyin (`erji`) also the
 * initials by which names are known (`~ej `).
 */
export function askedForm(text: string): string {
  const form = searchedForm(text);
  const words = normalise(text).match(/[a-z]+/g) ?? [];
  if (words.length > FEW_WORDS && !/\p{Script=Han}/u.test(form)) return form;
  return (
    form +
    words
      .flatMap((word) => initialsOfPinyin(word) ?? [])
      .map(spokenForm)
      .join("")
  );
}

/** What a synonym group is stored as beside its words: how a question is searched for them, and the tokens they add. */
export function synonymForms(words: readonly string[]): {
  keys: string[];
  tokens: { view: number; token: string }[];
} {
  const forms = words.map(searchedForm);
  const keys = forms
    .map((form) => (/\p{Script=Han}/u.test(form) ? form.trim() : form))
    .filter((key) => key.trim() !== "");
  return { keys: [...new Set(keys)], tokens: synonymTokens(words) };
}

/** The tokens by which the index holds words, each once. */
export function synonymTokens(words: readonly string[]): { view: number; token: string }[] {
  const tokens = new Map<string, { view: number; token: string }>();
  for (const word of words) {
    const views = tokenise(word);
    for (const [view, name] of TOKEN_VIEWS.entries())
      for (const token of views[name])
        if (view === 0 || token.length === 2) tokens.set(`${view} ${token}`, { view, token });
  }
  return [...tokens.values()];
}
