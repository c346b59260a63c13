import type { LanguageModelV4 } from "@ai-sdk/provider";
import { APICallError, jsonSchema, type ModelMessage, streamText, type ToolSet, tool } from "ai";
import type { ToolDescriptor } from "@/lib/contracts/actions";
import type { StepDownReason } from "@/lib/contracts/assistant";
import type { ModelCall } from "./actions/read-proposal";

/** The model's answer ended badly; nothing of it may be kept. */
export class ComposeFailure extends Error {
  constructor(
    readonly reason: StepDownReason,
    detail: string,
  ) {
    super(detail);
    this.name = "ComposeFailure";
  }
}

/** No word from the model for this long counts as stalled. */
const STALL_MS = 12_000;

/** Which of the known failures an error of the model is. */
export function stepDownReason(error: unknown): StepDownReason {
  const text = chainOf(error);
  if (APICallError.isInstance(error)) {
    if (error.statusCode === 429) return "rate_limited";
    if (error.statusCode !== undefined && error.statusCode >= 500) return "server_error";
    if (error.statusCode === undefined || error.statusCode >= 400) return "refused";
    return CONNECTION.test(text) ? "cut" : "garbage";
  }
  if (/Abort|Timeout/i.test(text)) return "stalled";
  if (CONNECTION.test(text)) return "cut";
  return /JSON|parse|validation/i.test(text) ? "garbage" : "refused";
}

const CONNECTION = /terminated|closed|reset|socket|network|aborted/i;

/** The messages of an error and of everything that caused it. */
function chainOf(error: unknown): string {
  const texts: string[] = [];
  for (let current = error; current instanceof Error && texts.length < 5; current = current.cause) {
    texts.push(`${current.name} ${current.message}`);
  }
  return texts.join(" < ") || String(error);
}

export type Composition = {
  model: LanguageModelV4;
  instructions: string;
  messages: ModelMessage[];
  /** What the model may propose instead of words. Nothing is run here. */
  tools?: readonly ToolDescriptor[];
  /** Milliseconds without a word before the model counts as stalled. */
  stallMs?: number;
  /** Gives the model up from outside, as if it had stalled. */
  stop?: AbortController;
};

/** What a model said besides words: its token counts, and the first tool it called. */
export type Composed = { input: number | null; output: number | null; call: ModelCall | null };

function toolSet(tools: readonly ToolDescriptor[]): ToolSet {
  return Object.fromEntries(
    tools.map(({ name, description, parameters }) => [
      name,
      tool({ description, inputSchema: jsonSchema(parameters as Parameters<typeof jsonSchema>[0]) }),
    ]),
  );
}

const FINISHED = new Set(["stop", "length", "tool-calls"]);

function startStream(composition: Composition, stalled: AbortController) {
  const { model, instructions, messages, tools = [] } = composition;
  return streamText({
    model,
    instructions,
    messages,
    ...(tools.length > 0 && { tools: toolSet(tools) }),
    maxRetries: 0,
    abortSignal: stalled.signal,
    onError: () => undefined,
  }).stream;
}

/**
 * Streams a model's answer as text deltas and returns what else it said.
 * @throws ComposeFailure when the model refuses, stalls, breaks off or says nothing; the caller steps down.
 */
export async function* compose(composition: Composition): AsyncGenerator<string, Composed> {
  const { stallMs = STALL_MS, stop: stalled = new AbortController() } = composition;
  let timer = setTimeout(() => stalled.abort(), stallMs);
  let length = 0;
  let finished = false;
  const composed: Composed = { input: null, output: null, call: null };
  try {
    for await (const part of startStream(composition, stalled)) {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), stallMs);
      if (part.type === "text-delta") {
        length += part.text.length;
        yield part.text;
      } else if (part.type === "tool-call") {
        composed.call ??= { name: part.toolName, input: part.input };
      } else if (part.type === "error") {
        throw part.error;
      } else if (part.type === "abort") {
        throw new ComposeFailure("stalled", "no word from the model");
      } else if (part.type === "finish") {
        finished = FINISHED.has(part.finishReason);
        composed.input = part.totalUsage.inputTokens ?? null;
        composed.output = part.totalUsage.outputTokens ?? null;
      }
    }
  } catch (error) {
    if (error instanceof ComposeFailure) throw error;
    throw new ComposeFailure(stalled.signal.aborted ? "stalled" : stepDownReason(error), chainOf(error));
  } finally {
    clearTimeout(timer);
  }
  if (!finished) throw new ComposeFailure("cut", "the stream ended without a finish");
  if (length === 0 && !composed.call) throw new ComposeFailure("garbage", "an empty answer");
  return composed;
}
