/** How the best hit of an article agrees with the query; masses are sums of idf, unknown words included. */
export type Evidence = {
  /** A question of the article was hit, not a section. */
  asked: boolean;
  /** Cosine between the query and the question it hit, averaged over both token views, 0–1. */
  similarity: number;
  /** Share of the query's mass of grams that occurs in the hit, 0–1. */
  coverage: number;
  /** Reached share of the best score a text could have for this query, 0–1. */
  strength: number;
  /** Distinct words of the query that occur in the hit. */
  matched: number;
  /** How far the next other article is behind: 1 − its score ÷ this score, 0–1. */
  margin: number;
  /** The query is one of the article's own questions but for case, width, punctuation and spaces. */
  exact: boolean;
};

/** A margin beyond this says nothing more. */
const CLEAR_MARGIN = 0.3;

/** What each piece of evidence adds to the log odds of being right. */
const LOG_ODDS = { none: -6.2, asked: 1.5, similarity: 5.4, coverage: 3.1, strength: 4.3, matched: 1.7, lead: 1.6 };

/**
 * How likely the article answers the query, in [0, 1]; 0.5 is the line between answering and handing over.
 * A question counts by likeness in both directions, a section by how much of the query it covers: it may say more.
 * Agreement on one word is worth little, however rare it is: "recommend a film" shares its only known word with much.
 * The odds are the same for every knowledge base and language; they came out alike when each of seven was left out.
 */
export function confidenceOf(evidence: Evidence): number {
  if (evidence.exact) return 1;
  const likeness = evidence.asked
    ? LOG_ODDS.asked + LOG_ODDS.similarity * Math.min(1, evidence.similarity)
    : LOG_ODDS.coverage * evidence.coverage + LOG_ODDS.strength * Math.min(1, evidence.strength);
  const lead = Math.min(1, Math.max(0, evidence.margin) / CLEAR_MARGIN);
  const odds = LOG_ODDS.none + likeness + LOG_ODDS.matched * Math.log1p(evidence.matched) + LOG_ODDS.lead * lead;
  return Math.min(0.99, 1 / (1 + Math.exp(-odds)));
}

/** What the log odds of either judge count, and what both together are too modest by. */
const FUSION = { recogniser: 0.65, words: 0.5, together: 1.2 };
/** What an intent recogniser thinks of an article it knows and did not name. */
const NOT_NAMED = 0.02;

const logit = (share: number): number => Math.log(share / (1 - share));
const within = (share: number): number => Math.min(0.995, Math.max(0.005, share));

/**
 * One confidence of two: the words' and an intent recogniser's. A question written in the knowledge base stays certain; a
 * section may say what no question asks, so the recogniser can only raise it. The weights were chosen over five unlike
 * knowledge bases at once: questions with and without further wordings, in two languages, and articles without questions.
 * @param recognised the recogniser's confidence in this article; undefined when it did not name it.
 * @param asked a question of the article was hit, not a section.
 */
export function fuseConfidence(words: number, recognised: number | undefined, asked: boolean): number {
  if (words === 1) return words;
  const { recogniser, words: share, together } = FUSION;
  const judged = (likely: number) =>
    1 / (1 + Math.exp(-(recogniser * logit(within(likely)) + share * logit(within(words)) + together)));
  if (asked) return judged(recognised ?? NOT_NAMED);
  return recognised === undefined ? words : Math.max(words, judged(recognised));
}
