import { z } from "zod";
import { feelingOf } from "@/server/assistant/feelings/feeling-of";
import type { BenchHandlers } from "./handlers";

const predictSchema = z.object({ text: z.string(), labels: z.array(z.string()).default([]) });

/** Without a neutral label what shows no feeling is a complaint: people write to a company when something is wrong. */
function builtIn(text: string, labels: readonly string[]): { label: string; score: number } {
  const { score, sentiment } = feelingOf(text);
  if (labels.includes("neu")) return { label: sentiment.slice(0, 3), score: Math.abs(score) };
  return { label: score > 0 ? "pos" : "neg", score: Math.abs(score) };
}

export const sentimentHandlers: BenchHandlers = {
  "/sentiment/predict": (body) => {
    const { text, labels } = predictSchema.parse(body);
    return builtIn(text, labels);
  },
};
