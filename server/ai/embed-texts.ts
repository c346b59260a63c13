import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { embedMany } from "ai";
import { env } from "@/lib/env";
import { UnusableReply } from "./endpoint-failure";

/** Some endpoints take no more at a time. */
const TEXTS_PER_CALL = 10;

/** The name of the configured embedding model; null when there is none. */
export function embeddingModel(): string | null {
  const { AI_EMBEDDING_MODEL, AI_EMBEDDING_BASE_URL, AI_BASE_URL } = env();
  return AI_EMBEDDING_MODEL && (AI_EMBEDDING_BASE_URL ?? AI_BASE_URL) ? AI_EMBEDDING_MODEL : null;
}

/**
 * The vectors of texts, in their order and all of one length, from the configured model. No text leaves the machine when
 * none is configured.
 * @param options.retries how often a call that may succeed later is tried again.
 * @throws Error as `endpointFailure` reads it, also when the reply is not one finite vector a text.
 */
export async function embedTexts(
  texts: readonly string[],
  { signal, retries }: { signal: AbortSignal; retries: number },
): Promise<number[][]> {
  const { AI_EMBEDDING_BASE_URL, AI_EMBEDDING_API_KEY, AI_BASE_URL, AI_API_KEY } = env();
  const name = embeddingModel();
  const baseURL = AI_EMBEDDING_BASE_URL ?? AI_BASE_URL;
  if (!name || !baseURL) throw new Error("No embedding model");
  const apiKey = AI_EMBEDDING_BASE_URL ? AI_EMBEDDING_API_KEY : (AI_EMBEDDING_API_KEY ?? AI_API_KEY);
  const provider = createOpenAICompatible({ name: "embedding", baseURL, apiKey });
  const model = provider.embeddingModel(name);
  const embeddings: number[][] = [];
  for (let at = 0; at < texts.length; at += TEXTS_PER_CALL) {
    const values = texts.slice(at, at + TEXTS_PER_CALL);
    embeddings.push(...(await embedMany({ model, values, maxRetries: retries, abortSignal: signal })).embeddings);
  }
  const length = embeddings[0]?.length ?? 0;
  const sound = (vector: readonly number[]) => vector.length === length && vector.every(Number.isFinite);
  if (length === 0 || embeddings.length !== texts.length || !embeddings.every(sound)) {
    throw new UnusableReply("Not one vector a text");
  }
  return embeddings;
}
