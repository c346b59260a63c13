import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { z } from "zod";
import { composeOffline, phrases } from "./compose-offline";

/** Where callers put the sources: `providerOptions[OFFLINE_PROVIDER].parts`, one part a question. */
export const OFFLINE_PROVIDER = "zhida";
export const OFFLINE_MODEL = "offline";

const sourceSchema = z.object({ number: z.int(), text: z.string() });
const optionsSchema = z.object({
  parts: z.array(z.object({ heading: z.string().optional(), sources: z.array(sourceSchema) })),
});

const USAGE = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};
const STOPPED = { unified: "stop", raw: "stop" } as const;

function textFor(options: LanguageModelV4CallOptions): string {
  const { parts } = optionsSchema.parse(options.providerOptions?.[OFFLINE_PROVIDER]);
  return parts
    .map(({ heading, sources }) => (heading ? `**${heading}**\n\n` : "") + composeOffline(sources))
    .join("\n\n");
}

/**
 * The built-in model that needs no key: an AI SDK provider (specification v4) that answers with the words of the
 * retrieved passages and streams them as phrases. It is deterministic and says nothing the sources do not say.
 */
export function offlineModel(): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: OFFLINE_PROVIDER,
    modelId: OFFLINE_MODEL,
    supportedUrls: {},
    async doGenerate(options) {
      return { content: [{ type: "text", text: textFor(options) }], finishReason: STOPPED, usage: USAGE, warnings: [] };
    },
    async doStream(options) {
      const parts: LanguageModelV4StreamPart[] = [
        { type: "stream-start", warnings: [] },
        { type: "text-start", id: "text" },
        ...phrases(textFor(options)).map((delta) => ({ type: "text-delta" as const, id: "text", delta })),
        { type: "text-end", id: "text" },
        { type: "finish", finishReason: STOPPED, usage: USAGE },
      ];
      return {
        stream: new ReadableStream<LanguageModelV4StreamPart>({
          pull(controller) {
            const part = parts.shift();
            if (part) controller.enqueue(part);
            else controller.close();
          },
        }),
      };
    },
  };
}
