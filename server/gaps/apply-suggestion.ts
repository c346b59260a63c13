import type { Suggestion } from "@/lib/contracts/gaps";
import { QUESTIONS_LIMIT } from "@/lib/contracts/knowledge";
import { questionKey } from "@/lib/text/tokenise";

/** What an article says in one language. */
export type ArticleText = { title: string; questions: string[]; body: string };

/**
 * The text of an article once a suggestion is taken: wordings it does not have are added, the paragraph goes to its end.
 * @param base what the article says; null for a new one.
 * @param wanted those of the wordings that are wanted; all when absent. Pure.
 */
export function applySuggestion(
  base: ArticleText | null,
  suggestion: Pick<Suggestion, "title" | "questions" | "body">,
  wanted?: readonly string[],
): ArticleText {
  const title = base?.title ?? suggestion.title;
  const present = base?.questions ?? [];
  const keys = new Set([title, ...present].map(questionKey));
  const chosen = suggestion.questions.filter((question) => !wanted || wanted.includes(question));
  const added = chosen.filter((question) => {
    const key = questionKey(question);
    return key !== "" && !keys.has(key) && keys.add(key);
  });
  const body = [base?.body.trimEnd(), suggestion.body].filter(Boolean).join("\n\n");
  return { title, questions: [...present, ...added].slice(0, QUESTIONS_LIMIT), body };
}
