import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import { configuredModel } from "@/server/ai/resolve-model";
import { type Composed, ComposeFailure } from "./compose";
import type { DraftWriter } from "./draft-writer";
import { costOf, isOverBudget } from "./model-spending";
import { OfflineReply } from "./offline-reply";
import { type Material, type OpenReply, openReply } from "./open-reply";
import { say } from "./words";

/** What a configured model's reply used up, for the trace. */
export function spentOn({ input, output }: Composed, { prices }: Material): Pick<AnswerTrace, "tokens" | "cost"> {
  return { tokens: { input, output }, cost: costOf({ input, output }, prices) };
}

/** Why a configured model's reply is not said, for the trace. */
export function stepDownOf(failure: ComposeFailure, model: string): NonNullable<AnswerTrace["stepDown"]> {
  return { reason: failure.reason, detail: failure.message.slice(0, 300), model };
}

/** Says a reply that was begun, to its end. Returns early when the answer was lost meanwhile. */
async function sayOpen(draft: DraftWriter, open: OpenReply, material: Material, trace: AnswerTrace): Promise<void> {
  const { report, rest } = open;
  let { composed } = open;
  if (open.held) await draft.add(open.held);
  while (!composed) {
    if (draft.lost) {
      await rest.return({ input: null, output: null, call: null });
      return;
    }
    const next = await rest.next();
    if (next.done) composed = next.value;
    else await draft.add(next.value);
  }
  Object.assign(trace, spentOn(composed, material));
  trace.model = open.model;
  trace.grounding = { kept: report.kept, dropped: report.dropped };
  if (report.cited.length === 0) throw new ComposeFailure("unsupported", "no sentence was proved by a source");
}

async function sayOffline(
  draft: DraftWriter,
  material: Material,
  trace: AnswerTrace,
  reply: OfflineReply,
): Promise<void> {
  const { parts, understood, manners } = material;
  if (manners.includes("apologetic")) await draft.add(`${say(understood.locale, "sorry_for_trouble")}\n\n`);
  for await (const delta of reply.tell(parts)) {
    await draft.add(delta);
    if (draft.lost) return;
  }
  trace.model = reply.model;
  trace.tokens ??= { input: 0, output: 0 };
}

/** Whether the configured model wrote it; when it failed, the trace says why and nothing of it is left. */
async function sayByModel(
  draft: DraftWriter,
  material: Material,
  trace: AnswerTrace,
  begun: OpenReply | null,
): Promise<boolean> {
  const model = configuredModel();
  if (!model) return false;
  if (!begun && isOverBudget(material.spentToday, material.prices)) {
    trace.stepDown = { reason: "over_budget", detail: "" };
    return false;
  }
  try {
    await sayOpen(draft, begun ?? (await openReply(model, material, [], () => draft.hold())), material, trace);
    return true;
  } catch (error) {
    if (!(error instanceof ComposeFailure)) throw error;
    trace.stepDown = stepDownOf(error, `${model.provider}/${model.modelId}`);
    draft.reset();
    return false;
  }
}

/** Replies that were begun already: the configured model's, `failed` when it failed already, and the offline model's. */
export type BegunReplies = { begun: OpenReply | "failed" | null; offline: OfflineReply | null };

/**
 * The answer's text, by the configured model or, when that fails at any point or the day's budget is spent, by the offline
 * one: what the failed model wrote is discarded and the trace says why. Of a model's words only what the sources prove is
 * said. Null when the answer was stopped.
 */
export async function writeText(
  draft: DraftWriter,
  material: Material,
  trace: AnswerTrace,
  { begun, offline }: BegunReplies,
): Promise<string | null> {
  const said = begun !== "failed" && (await sayByModel(draft, material, trace, begun));
  if (!said) await sayOffline(draft, material, trace, offline ?? new OfflineReply(material.understood.question));
  return draft.lost ? null : draft.text;
}
