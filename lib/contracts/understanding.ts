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

/** What is picked out of messages. */
export const FACT_KINDS = [
  "order_number",
  "tracking_number",
  "phone",
  "email",
  "date",
  "amount",
  "product",
  "person",
  "address",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export type Money = { amount: number; currency: string };

type Located = {
  /** As it stands in the message, `[start, end)` in UTF-16 units. */
  text: string;
  start: number;
  end: number;
  /** Whether it can be what it looks like: a day that exists, a number of the right form. */
  valid: boolean;
  /** What may be shown where the whole may not: `138****5678`. */
  masked: string;
};

/**
 * One thing a message tells. `value` is its one spelling: E.164 phone, lower-case e-mail, ISO 8601 day or interval
 * (`2026-11-01/2026-11-03`), upper-case order and tracking numbers, the product's code; an amount as number and currency.
 */
export type Fact =
  | (Located & { kind: Exclude<FactKind, "amount">; value: string })
  | (Located & { kind: "amount"; value: Money });

/** What became of one question of a message. */
export const QUESTION_STATES = ["open", "answered", "handed_over", "ticketed", "dropped"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];
