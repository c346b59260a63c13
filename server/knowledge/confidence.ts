/** How the best hit of an article agrees with the query; masses are sums of idf, averaged over both token views. */
export type Evidence = {
  /** Share of the query's mass that occurs in the hit, 0–1. */
  coverage: number;
  /** Cosine between the query and the question it hit, 0–1; 0 when a section was hit. */
  similarity: number;
  /** Reached share of the best score a text could have for this query, 0–1. */
  strength: number;
  /** How far the next other article is behind: 1 − its score ÷ this score, 0–1. */
  margin: number;
  /** The query is one of the article's own questions but for case, width, punctuation and spaces. */
  exact: boolean;
};

/** A margin beyond this says nothing more. */
const CLEAR_MARGIN = 0.3;
/** The evidence at which being right and being wrong are equally likely, and how fast that tips. */
const MIDPOINT = 0.37;
const STEEPNESS = 9;

/**
 * How likely the article answers the query, in [0, 1]; 0.5 is the line between answering and handing over.
 * A question counts by likeness in both directions, a section only by how much of the query it covers: it may say more.
 */
export function confidenceOf(evidence: Evidence): number {
  if (evidence.exact) return 1;
  const question = 0.4 * (evidence.coverage + evidence.similarity);
  const section = 0.4 * (evidence.coverage + Math.min(1, evidence.strength));
  const lead = 0.2 * Math.min(1, Math.max(0, evidence.margin) / CLEAR_MARGIN);
  const total = (evidence.similarity > 0 ? question : section) + lead;
  return Math.min(0.99, 1 / (1 + Math.exp(-STEEPNESS * (total - MIDPOINT))));
}

/** How much an intent recogniser's word counts beside that of the words shared. */
const RECOGNISER_SHARE = 0.65;

const logit = (share: number): number => Math.log(share / (1 - share));
const within = (share: number): number => Math.min(0.995, Math.max(0.005, share));

/**
 * One confidence of two: the words' and, where an intent recogniser named the article, the recogniser's. Their log odds
 * are mixed; a written question stays certain, and an article the recogniser does not know (a section) keeps its own.
 */
export function fuseConfidence(words: number, recognised: number | undefined): number {
  if (words === 1 || recognised === undefined) return words;
  const mixed = RECOGNISER_SHARE * logit(within(recognised)) + (1 - RECOGNISER_SHARE) * logit(within(words));
  return 1 / (1 + Math.exp(-mixed));
}
