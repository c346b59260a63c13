import type { Passage } from "@/lib/contracts/knowledge";

/**
 * Puts the key fact first. A question of the article was met: its opening paragraph is the answer by design, so that
 * leads, is what is cited, and the matched section follows. A section was met: it speaks for itself.
 */
export function leadWithFact(passage: Passage): Passage {
  const lead = passage.more.find((chunk) => chunk.headingPath.length === 0);
  if (passage.question === null || !lead || passage.headingPath.length === 0) return passage;
  return {
    ...passage,
    chunkId: lead.chunkId,
    headingPath: [],
    text: `${lead.text.trim()}\n\n${passage.text}`,
  };
}
