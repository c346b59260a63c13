import { z } from "zod";
import { feelingOf } from "@/server/assistant/feelings/feeling-of";
import { type TrainedFeelings, trainFeelings } from "@/server/assistant/feelings/trained/train-feelings";
import type { BenchHandlers } from "./handlers";

const trainSchema = z.object({
  session: z.string(),
  examples: z.array(z.object({ text: z.string(), label: z.string() })).min(1),
});
const predictSchema = z.object({ session: z.string(), text: z.string(), labels: z.array(z.string()).default([]) });

const sessions = new Map<string, TrainedFeelings>();

/** Without a neutral label what shows no feeling is a complaint: people write to a company when something is wrong. */
function builtIn(text: string, labels: readonly string[]): { label: string; score: number } {
  const { score, sentiment } = feelingOf(text);
  if (labels.includes("neu")) return { label: sentiment.slice(0, 3), score: Math.abs(score) };
  return { label: score > 0 ? "pos" : "neg", score: Math.abs(score) };
}

/** A session that was never trained is judged by the built-in rules. */
export const sentimentHandlers: BenchHandlers = {
  "/sentiment/train": (body) => {
    const { session, examples } = trainSchema.parse(body);
    sessions.set(session, trainFeelings(examples));
    return {};
  },
  "/sentiment/predict": (body) => {
    const { session, text, labels } = predictSchema.parse(body);
    return sessions.get(session)?.(text) ?? builtIn(text, labels);
  },
};
