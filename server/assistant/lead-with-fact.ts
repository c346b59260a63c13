import type { Passage } from "@/lib/contracts/knowledge";
import { normalise } from "@/lib/text/normalise";
import { tokenise } from "@/lib/text/tokenise";
import { beginsWithStructure } from "@/server/ai/compose-offline";

/**
 * Puts the key fact first. A question of the article was met, or a section that says no more of what was asked than title
 * and opening do: the opening paragraph is the answer by design, so that leads, is what is cited, and the matched section
 * follows. A section that says more speaks for itself, unless it begins with a table or list, which says little without
 * the opening.
 */
export function leadWithFact(passage: Passage, question: string): Passage {
  const lead = passage.more.find((chunk) => chunk.headingPath.length === 0);
  if (!lead || passage.headingPath.length === 0) return passage;
  const text = `${lead.text.trim()}\n\n${passage.text}`;
  const whole = passage.question !== null || saysAsMuch(`${passage.title}\n${lead.text}`, passage.text, question);
  if (whole) return { ...passage, chunkId: lead.chunkId, headingPath: [], text };
  return beginsWithStructure(passage.text) ? { ...passage, text } : passage;
}

/** Whether every piece of a question's words that a section holds is in the opening, too. */
function saysAsMuch(opening: string, section: string, question: string): boolean {
  const [inOpening, inSection] = [normalise(opening), normalise(section)];
  const pieces = tokenise(question).grams.map((gram) => gram.replaceAll("_", ""));
  return pieces.every((piece) => inOpening.includes(piece) || !inSection.includes(piece));
}
