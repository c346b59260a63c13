/** What a message shows of its writer's mood. */
export const SENTIMENTS = ["negative", "neutral", "positive"] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** How soon a message needs an answer. */
export const URGENCIES = ["low", "normal", "high"] as const;
export type Urgency = (typeof URGENCIES)[number];

export type Feeling = {
  sentiment: Sentiment;
  /** From -1 (negative) to 1 (positive). */
  score: number;
  urgency: Urgency;
  /** From 0 to 1. */
  anger: number;
  /** The words it was judged by, the weightiest first. */
  reasons: string[];
};
