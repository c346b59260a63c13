import type { Passage } from "@/lib/contracts/knowledge";
import { beginsWithStructure } from "@/server/ai/compose-offline";

/**
 * Puts the key fact first. A question of the article was met: its opening paragraph is the answer by design, so that
 * leads, is what is cited, and the matched section follows. A section was met: it speaks for itself, unless it begins
 * with a table or list, which says little without the opening.
 */
export function leadWithFact(passage: Passage): Passage {
  const lead = passage.more.find((chunk) => chunk.headingPath.length === 0);
  if (!lead || passage.headingPath.length === 0) return passage;
  const text = `${lead.text.trim()}\n\n${passage.text}`;
  if (passage.question !== null) return { ...passage, chunkId: lead.chunkId, headingPath: [], text };
  return beginsWithStructure(passage.text) ? { ...passage, text } : passage;
}
