import type { Recommendation } from "./recommendations";

export const ANSWER_STATES = ["streaming", "stored", "interrupted", "stepped_down", "handed_over"] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** What the assistant decided to do with a question. The list is closed; detail comes as further fields. */
export const DECISION_KINDS = ["answer", "ask", "handoff"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/**
 * What one question of a message led to; `action`: something is being done about it, and the customer is asked for more;
 * `waiting`: something will be done about it as soon as what was asked for before it is done.
 */
export const QUESTION_OUTCOMES = ["answered", "unclear", "unanswered", "action", "waiting"] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

export type Decision = {
  kind: DecisionKind;
  /** Calibrated probability in [0, 1] that the best source answers the question. */
  confidence: number;
  /** With `handoff`: true when the conversation was queued, false when a person was only offered. */
  started?: boolean;
  /**
   * With `ask`: what may have been meant, the likeliest first; with `answer`: other variants of what is answered, for those
   * whose circumstances are not known, or what to reply to the action beside it. Sent as a message, one is answered.
   */
  choices?: string[];
  /** With several questions in one message, or beside what an action was told: each with its outcome, in the order asked. */
  questions?: { text: string; outcome: QuestionOutcome; confidence: number }[];
  /** A person was offered beside the answer. */
  offered?: boolean;
  /** What may help this customer next, beside an answer; at most three. */
  recommendations?: Recommendation[];
  /** With `ask`, or with an action beside the answer to other questions: the fact that is missing. */
  slot?: string;
  /** The action under way, and how far it is; where one ended and the next began, the next. */
  action?: { key: string; state: string };
};

export type Citation = {
  articleId: string;
  externalId?: string;
  title: string;
  url: string;
  versionId: string;
  chunkId: string;
};

/** Why an answer stopped being written by the configured model. */
export const STEP_DOWN_REASONS = [
  "refused",
  "rate_limited",
  "server_error",
  "stalled",
  "cut",
  "garbage",
  "unsupported",
  "over_budget",
] as const;
export type StepDownReason = (typeof STEP_DOWN_REASONS)[number];

/** The events of the answer stream, in order: decision, citation*, (text | reset)*, done | error. */
export type AnswerEvent =
  | { event: "decision"; data: Decision }
  | { event: "citation"; data: Omit<Citation, "versionId"> }
  | { event: "text"; data: { delta: string } }
  | { event: "reset"; data: Record<string, never> }
  | { event: "done"; data: { messageId: string; seq: number } }
  | { event: "error"; data: { code: string } };
