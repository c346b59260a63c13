import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import type { Passage } from "@/lib/contracts/knowledge";
import type { SettingsOf } from "@/lib/contracts/settings";
import { OFFLINE_PROVIDER, offlineModel } from "@/server/ai/offline-model";
import { configuredModel } from "@/server/ai/resolve-model";
import type { HistoryEntry } from "./claim-answer";
import { ComposeFailure, compose } from "./compose";
import type { DraftWriter } from "./draft-writer";
import { type GroundingReport, groundStream } from "./grounding/ground-stream";
import { costOf, isOverBudget } from "./model-spending";
import { instructions, promptMessages } from "./prompt";
import { numberedSources, type SourcedPart } from "./sources";
import type { Understood } from "./understand";

type Material = {
  understood: Understood;
  parts: readonly SourcedPart[];
  history: HistoryEntry[];
  company: string;
  prices: SettingsOf<"model">;
  spentToday: number;
  /** Learns which model wrote and why a configured one did not. */
  trace: AnswerTrace;
};

async function stream(draft: DraftWriter, model: LanguageModelV4, material: Material): Promise<void> {
  const { understood, parts, history, company, prices, trace } = material;
  const sources = numberedSources(parts);
  const words = compose({
    model,
    instructions: instructions(company, understood.locale),
    messages: promptMessages(history, understood.question, sources),
    providerOptions: offlineOptions(parts),
  });
  const isOffline = model.provider === OFFLINE_PROVIDER;
  const report: GroundingReport = { kept: 0, dropped: [], cited: [] };
  const said = isOffline ? words : groundStream(words, sources.map(evidenceText), report);
  for (let next = await said.next(); ; next = await said.next()) {
    if (next.done) {
      trace.tokens = next.value;
      trace.model = `${model.provider}/${model.modelId}`;
      break;
    }
    await draft.add(next.value);
    if (draft.lost) {
      await said.return({ input: null, output: null });
      return;
    }
  }
  if (isOffline) return;
  trace.cost = costOf(trace.tokens, prices);
  trace.grounding = { kept: report.kept, dropped: report.dropped };
  if (report.kept === 0) throw new ComposeFailure("unsupported", "no sentence was proved by a source");
}

const evidenceText = ({ title, text }: Passage) => `${title}\n${text}`;

function offlineOptions(parts: readonly SourcedPart[]) {
  const told = parts.map(({ question, sources }) => ({
    heading: parts.length > 1 ? question : undefined,
    sources: sources.map(({ text, number }) => ({ number, text })),
  }));
  return { [OFFLINE_PROVIDER]: { parts: told } };
}

/**
 * The answer's text, by the configured model or, when that fails at any point or the day's budget is spent, by the offline
 * one: what the failed model wrote is discarded and the trace says why. Of a model's words only what the sources prove is
 * said. Null when the answer was stopped.
 */
export async function writeText(draft: DraftWriter, material: Material): Promise<string | null> {
  const { trace, prices, spentToday } = material;
  const configured = configuredModel();
  const overBudget = configured && isOverBudget(spentToday, prices);
  if (overBudget) trace.stepDown = { reason: "over_budget", detail: "" };
  const model = overBudget ? null : configured;
  try {
    await stream(draft, model ?? offlineModel(), material);
  } catch (error) {
    if (!(error instanceof ComposeFailure) || !model) throw error;
    trace.stepDown = { reason: error.reason, detail: error.message.slice(0, 300) };
    draft.reset();
    await stream(draft, offlineModel(), material);
  }
  return draft.lost ? null : draft.text;
}
