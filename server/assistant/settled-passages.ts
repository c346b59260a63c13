import type { Passage } from "@/lib/contracts/knowledge";
import type { Recognition } from "./recogniser/recognise";

/** Others stay among what came near, but nobody is answered from them. */
const PUT_BACK = 0.1;

/**
 * Passages as staff decided for this very wording: the article they named answers it, whatever others have in common with
 * the words, and when they said that none does, none is left. Without such a decision as they were. Pure.
 */
export function settledPassages(passages: readonly Passage[], recognised: Recognition | null): Passage[] {
  if (!recognised?.settled) return [...passages];
  const { label, confidence } = recognised;
  if (label === null) return [];
  return passages.map((passage) => {
    const named = passage.articleId === label;
    return { ...passage, confidence: named ? confidence : Math.min(PUT_BACK, passage.confidence) };
  });
}
