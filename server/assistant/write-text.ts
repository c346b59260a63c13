import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { AnswerTrace } from "@/db/schema";
import type { Passage } from "@/lib/contracts/knowledge";
import { OFFLINE_PROVIDER, offlineModel } from "@/server/ai/offline-model";
import { configuredModel } from "@/server/ai/resolve-model";
import type { HistoryEntry } from "./claim-answer";
import { ComposeFailure, compose } from "./compose";
import type { DraftWriter } from "./draft-writer";
import { instructions, promptMessages } from "./prompt";
import type { Understood } from "./write-answer";

type Material = {
  understood: Understood;
  sources: Passage[];
  history: HistoryEntry[];
  company: string;
  /** Learns which model wrote and why a configured one did not. */
  trace: AnswerTrace;
};

async function stream(draft: DraftWriter, model: LanguageModelV4, material: Material): Promise<void> {
  const { understood, sources, history, company, trace } = material;
  const words = compose({
    model,
    instructions: instructions(company, understood.locale),
    messages: promptMessages(history, understood.question, sources),
    providerOptions: offlineOptions(sources),
  });
  for (let next = await words.next(); ; next = await words.next()) {
    if (next.done) {
      trace.tokens = next.value;
      trace.model = `${model.provider}/${model.modelId}`;
      return;
    }
    await draft.add(next.value);
    if (draft.lost) {
      await words.return({ input: null, output: null });
      return;
    }
  }
}

function offlineOptions(sources: Passage[]) {
  return { [OFFLINE_PROVIDER]: { sources: sources.map(({ text }, index) => ({ number: index + 1, text })) } };
}

/**
 * The answer's text, by the configured model or, when that fails at any point, by the offline one: what the failed model
 * wrote is discarded and the trace says why. Null when the answer was stopped.
 */
export async function writeText(draft: DraftWriter, material: Material): Promise<string | null> {
  const model = configuredModel();
  try {
    await stream(draft, model ?? offlineModel(), material);
  } catch (error) {
    if (!(error instanceof ComposeFailure) || !model) throw error;
    material.trace.stepDown = { reason: error.reason, detail: error.message.slice(0, 300) };
    draft.reset();
    await stream(draft, offlineModel(), material);
  }
  return draft.lost ? null : draft.text;
}
