import type { StepDownReason } from "./assistant";
import type { CircumstanceSource, Dimension } from "./circumstances";

/** How the text of an article with variants was picked. */
export type TracedVariant = {
  /** The title of the text that was used; absent when the customer was asked which they need. */
  title?: string;
  /** The circumstances its texts depend on, with what is known of each and from where. */
  because: { dimension: Dimension; value?: string; source?: CircumstanceSource }[];
  /** The customer named this very text. */
  chosen?: true;
  /** It is for everybody: none of the variants was known to fit. */
  general?: true;
};

/** What was carried over from earlier turns into a question. */
export type CarriedOver = { kind: "topic" | "entity" | "condition"; text: string };

/** One question of a message, as the assistant read it. */
export type TracedQuestion = {
  text: string;
  /** The question as it was looked up, when that is not how it was written. */
  lookedUp?: string;
  carried?: CarriedOver[];
  /** Staff had decided what this very wording asks for. */
  settled?: boolean;
  variant?: TracedVariant;
  /** Calibrated probability in [0, 1] that the best source answers it. */
  confidence: number;
  outcome: "answer" | "clarify" | "action" | "offer" | "handoff" | "rule";
};

/** Why an embedding or ranking endpoint was of no use; `resting` when it was not asked, as it had just failed. */
export const ENDPOINT_FAILURES = ["refused", "rate_limited", "server_error", "stalled", "garbage", "resting"] as const;
export type EndpointFailure = (typeof ENDPOINT_FAILURES)[number];

/** A further endpoint that looking up asked, how long it took in milliseconds, and why it was of no use. */
export type EndpointUse = { kind: "embedding" | "rerank"; model: string; ms: number; failure?: EndpointFailure };

/** Which of `questions` it is about, from 0; absent from traces of before that was told. */
type OfQuestion = { question?: number };

/** Why an answer reads as it does; shown to staff. Holds no personal values but the customer's own words. */
export type AnswerTrace = {
  query?: string;
  questions?: TracedQuestion[];
  /** What came nearest, best first, question by question. */
  candidates?: (OfQuestion & {
    articleId: string;
    title: string;
    chunkId: string;
    score: number;
    confidence?: number;
  })[];
  /** What the recogniser took each question for, best first. */
  recognised?: (OfQuestion & { articleId: string; title: string; confidence: number })[];
  endpoints?: EndpointUse[];
  feeling?: { sentiment: string; urgency: string; anger: number; reasons: string[] };
  /** The rule that decided, by id and name. */
  rule?: { id: string; name: string };
  model?: string;
  /** Why the configured model is not heard; `model` is which one, where it was asked. */
  stepDown?: { reason: StepDownReason; detail: string; model?: string };
  /** A model's sentences that no source proved were not said. */
  grounding?: { kept: number; dropped: string[] };
  /** Milliseconds by step. */
  timings?: Record<string, number>;
  tokens?: { input: number | null; output: number | null };
  /** In the currency of the settings. */
  cost?: number;
};
