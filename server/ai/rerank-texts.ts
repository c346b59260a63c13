import { z } from "zod";
import { env } from "@/lib/env";
import { EndpointRefusal, UnusableReply } from "./endpoint-failure";

const replySchema = z.object({
  results: z.array(z.object({ index: z.int().min(0), relevance_score: z.number() })),
});

/** The name of the configured ranking model; null when there is none. */
export function rerankModel(): string | null {
  const { AI_RERANK_URL, AI_RERANK_MODEL } = env();
  return AI_RERANK_URL && AI_RERANK_MODEL ? AI_RERANK_MODEL : null;
}

/**
 * The places of texts by how well they answer a query, the best first, from the configured endpoint (Jina's and Cohere's
 * /rerank). Places it does not name come last, in their order.
 * @throws Error as `endpointFailure` reads it.
 */
export async function rerankTexts(query: string, texts: readonly string[], signal: AbortSignal): Promise<number[]> {
  const { AI_RERANK_URL, AI_RERANK_API_KEY } = env();
  const model = rerankModel();
  if (!AI_RERANK_URL || !model) throw new Error("No ranking model");
  const response = await fetch(AI_RERANK_URL, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(AI_RERANK_API_KEY && { authorization: `Bearer ${AI_RERANK_API_KEY}` }),
    },
    body: JSON.stringify({ model, query, documents: texts, top_n: texts.length }),
    signal,
  });
  if (!response.ok) throw new EndpointRefusal(response.status);
  const reply = replySchema.safeParse(await response.json());
  if (!reply.success) throw new UnusableReply("Not an order");
  const ranked = [...reply.data.results].sort((one, other) => other.relevance_score - one.relevance_score);
  const named = new Set(ranked.map(({ index }) => index).filter((index) => index < texts.length));
  return [...named, ...[...texts.keys()].filter((place) => !named.has(place))];
}
