import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { env } from "@/lib/env";

/** The configured OpenAI-compatible model, or null: then the offline model answers. */
export function configuredModel(): LanguageModelV4 | null {
  const { AI_BASE_URL, AI_API_KEY, AI_MODEL } = env();
  if (!AI_BASE_URL || !AI_MODEL) return null;
  return createOpenAICompatible({ name: "configured", baseURL: AI_BASE_URL, apiKey: AI_API_KEY, includeUsage: true })(
    AI_MODEL,
  );
}
