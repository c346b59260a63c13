import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import { OFFLINE_MODEL, OFFLINE_PROVIDER, offlineModel } from "@/server/ai/offline-model";
import { configuredModel } from "@/server/ai/resolve-model";
import { type Composed, ComposeFailure, compose } from "./compose";
import type { DraftWriter } from "./draft-writer";
import { costOf, isOverBudget } from "./model-spending";
import { type Material, type OpenReply, openReply } from "./open-reply";
import type { SourcedPart } from "./sources";
import { headingOf, say } from "./words";

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

async function sayOffline(draft: DraftWriter, material: Material, trace: AnswerTrace): Promise<void> {
  const { parts, understood, manners } = material;
  if (manners.includes("apologetic")) await draft.add(`${say(understood.locale, "sorry_for_trouble")}\n\n`);
  const words = compose({
    model: offlineModel(),
    instructions: "",
    messages: [{ role: "user", content: understood.question }],
    providerOptions: offlineOptions(parts),
  });
  for await (const delta of words) {
    await draft.add(delta);
    if (draft.lost) return;
  }
  trace.model = `${OFFLINE_PROVIDER}/${OFFLINE_MODEL}`;
  trace.tokens ??= { input: 0, output: 0 };
}

/** Questions that rest on the same passages are told together, so that nobody reads the same twice. */
function offlineOptions(parts: readonly SourcedPart[]) {
  const told = Map.groupBy(parts, ({ sources }) => sources.map(({ number }) => number).join());
  const listed = [...told.values()].map((alike) => ({
    heading: parts.length > 1 ? alike.map(({ question }) => headingOf(question)).join(" · ") : undefined,
    sources: (alike[0]?.sources ?? []).map(({ text, number }) => ({ number, text })),
  }));
  return { [OFFLINE_PROVIDER]: { parts: listed } };
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

/**
 * The answer's text, by the configured model or, when that fails at any point or the day's budget is spent, by the offline
 * one: what the failed model wrote is discarded and the trace says why. Of a model's words only what the sources prove is
 * said. Null when the answer was stopped.
 * @param begun the configured model's reply where it was begun already; `failed` when it failed already.
 */
export async function writeText(
  draft: DraftWriter,
  material: Material,
  trace: AnswerTrace,
  begun: OpenReply | "failed" | null = null,
): Promise<string | null> {
  const said = begun !== "failed" && (await sayByModel(draft, material, trace, begun));
  if (!said) await sayOffline(draft, material, trace);
  return draft.lost ? null : draft.text;
}
