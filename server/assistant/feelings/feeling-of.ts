import type { Feeling, Sentiment } from "@/lib/contracts/understanding";
import { angerOf } from "./anger";
import { readClauses } from "./read-clauses";
import { urgencyOf } from "./urgency";
import { waits } from "./waits";
import { weighText } from "./weigh-text";

/** Sum of weights at which a text is half way between indifferent and certain, squared. */
const SOFTNESS = 12;
/** Scores closer to zero than this are no feeling. */
export const NEUTRAL_WITHIN = 0.15;
const REASONS = 8;

/** The name of a score in [-1, 1]. */
export function sentimentOf(score: number): Sentiment {
  if (Math.abs(score) < NEUTRAL_WITHIN) return "neutral";
  return score > 0 ? "positive" : "negative";
}

/**
 * What a message shows of its writer's feelings: a score in [-1, 1] and its name, anger in [0, 1], how soon an answer
 * is needed, and the words it was judged by. Chinese and English, also mixed; built-in, the same on every
 * installation, without training. Any text, in linear time; what is beyond 4,000 characters is not read.
 */
export function feelingOf(text: string): Feeling {
  const clauses = readClauses(text);
  const { sum, weighed } = weighText(clauses, waits(text));
  const score = Math.round((sum / Math.sqrt(sum * sum + SOFTNESS)) * 1000) / 1000;
  const urgency = urgencyOf(text);
  const anger = angerOf(text, weighed, urgency.threat);
  const words = [...weighed].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(({ unit }) => unit.text);
  return {
    sentiment: sentimentOf(score),
    score,
    urgency: urgency.level,
    anger,
    reasons: [...new Set([...urgency.reasons, ...words])].slice(0, REASONS),
  };
}
