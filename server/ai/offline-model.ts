import type { LanguageModelV4, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { composeOffline, type OfflineSource, phrases } from "./compose-offline";

export const OFFLINE_PROVIDER = "zhida";
export const OFFLINE_MODEL = "offline";

/** What is told of one question. */
export type OfflinePart = { heading?: string; sources: readonly OfflineSource[] };

const USAGE = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};
const STOPPED = { unified: "stop", raw: "stop" } as const;

const textOf = (parts: readonly OfflinePart[]): string =>
  parts.map(({ heading, sources }) => (heading ? `**${heading}**\n\n` : "") + composeOffline(sources)).join("\n\n");

/** The reply as it is streamed; it begins before there is anything to tell. */
async function* streamed(parts: Promise<readonly OfflinePart[]>): AsyncGenerator<LanguageModelV4StreamPart> {
  yield { type: "stream-start", warnings: [] };
  yield { type: "text-start", id: "text" };
  for (const delta of phrases(textOf(await parts))) yield { type: "text-delta", id: "text", delta };
  yield { type: "text-end", id: "text" };
  yield { type: "finish", finishReason: STOPPED, usage: USAGE };
}

/**
 * The built-in model that needs no key: an AI SDK provider (specification v4) that answers with the words of the
 * retrieved passages and streams them as phrases. It is deterministic and says nothing the sources do not say.
 * @param parts what it tells, one part a question; it may be asked before they are known.
 */
export function offlineModel(parts: Promise<readonly OfflinePart[]>): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: OFFLINE_PROVIDER,
    modelId: OFFLINE_MODEL,
    supportedUrls: {},
    async doGenerate() {
      const content = [{ type: "text" as const, text: textOf(await parts) }];
      return { content, finishReason: STOPPED, usage: USAGE, warnings: [] };
    },
    async doStream() {
      const told = streamed(parts);
      return {
        stream: new ReadableStream<LanguageModelV4StreamPart>({
          async pull(controller) {
            const { done, value } = await told.next();
            if (done) controller.close();
            else controller.enqueue(value);
          },
        }),
      };
    },
  };
}
