import { expandContractions, normalise } from "@/lib/text/normalise";
import { stem } from "@/lib/text/stem";
import { TOKEN_VIEWS, tokenise } from "@/lib/text/tokenise";

const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;

/**
 * A text as synonyms are looked for in it: stems between spaces, runs of Han as they stand, so that a word of either
 * script is in the text exactly when its own form is a piece of the text's.
 */
export function searchedForm(text: string): string {
  const words = expandContractions(normalise(text)).match(WORD) ?? [];
  return ` ${words.map((word) => (/^\p{Script=Han}/u.test(word) ? word : ` ${stem(word)} `)).join("")} `.replace(
    / +/g,
    " ",
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
  const tokens = new Map<string, { view: number; token: string }>();
  for (const word of words) {
    const views = tokenise(word);
    for (const [view, name] of TOKEN_VIEWS.entries())
      for (const token of views[name])
        if (view === 0 || token.length === 2) tokens.set(`${view} ${token}`, { view, token });
  }
  return { keys: [...new Set(keys)], tokens: [...tokens.values()] };
}
