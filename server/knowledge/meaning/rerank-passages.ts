import type { EndpointUse } from "@/lib/contracts/answer-trace";
import type { Passage } from "@/lib/contracts/knowledge";
import { askEndpoint } from "@/server/ai/ask-endpoint";
import { rerankModel, rerankTexts } from "@/server/ai/rerank-texts";

/** Passages sent, characters of each, and from when on one is so sure that none need be ordered. */
const SENT = 8;
const LONGEST = 1500;
const CERTAIN = 0.97;

/**
 * Passages in the order that the configured model gives them for a question: the one it puts first takes the highest
 * confidence, and so on. They stay as they are when one is certain, without a model, and when it takes over 300 ms.
 */
export async function rerankPassages(
  query: string,
  passages: readonly Passage[],
): Promise<{ passages: Passage[]; use: EndpointUse | null }> {
  const model = rerankModel();
  if (!model || passages.length < 2 || passages.some(({ confidence }) => confidence >= CERTAIN)) {
    return { passages: [...passages], use: null };
  }
  const open = passages.slice(0, SENT);
  const texts = open.map(({ title, text }) => `${title}\n${text}`.slice(0, LONGEST));
  const { reply, use } = await askEndpoint({ kind: "rerank", model }, (signal) => rerankTexts(query, texts, signal));
  return { passages: reply ? reordered(passages, open, reply) : [...passages], use };
}

/** Gives the confidences of `open`, highest first, to its passages in the order of `places`. */
function reordered(passages: readonly Passage[], open: readonly Passage[], places: readonly number[]): Passage[] {
  const confidences = open.map(({ confidence }) => confidence).sort((one, other) => other - one);
  const given = new Map(places.map((place, rank) => [open[place]?.articleId, confidences[rank]]));
  return passages.map((passage) => ({ ...passage, confidence: given.get(passage.articleId) ?? passage.confidence }));
}
