import { TOKEN_VIEWS, type TokenView, tokenCounts, tokenise } from "@/lib/text/tokenise";

/** BM25, tuned on short questions and on passages alike: titles are punished for length more than bodies. */
const SATURATION = 1.1;
const TITLE_LENGTH_WEIGHT = 0.8;
const BODY_LENGTH_WEIGHT = 0.5;
const BODY_SHARE = 1;
/** Weights are stored as hundredths in a smallint. */
const WEIGHT_SCALE = 100;

/** How many tokens titles and bodies of a language hold on average, per view; frozen into the weights when they are written. */
export type AverageLengths = Record<TokenView, { title: number; body: number }>;

/** What is assumed of a language before anything is published in it. */
export const INITIAL_AVERAGES: AverageLengths = {
  words: { title: 7, body: 90 },
  grams: { title: 20, body: 260 },
};

/** One thing that can be found: a question (no body), or a section under its title and headings. */
export type EntryText = { title: string; body: string };
type EntryPosting = { view: TokenView; token: string; weight: number };
type EntryLengths = Record<TokenView, { title: number; body: number }>;

/**
 * The impact of each distinct token on an entry: BM25's term weight, title plus body, without the idf,
 * in hundredths, at least 1. The idf is applied by the query, so that it may change without touching postings.
 */
export function postingWeights(
  entry: EntryText,
  averages: AverageLengths,
): { postings: EntryPosting[]; lengths: EntryLengths } {
  const title = tokenise(entry.title);
  const body = tokenise(entry.body);
  const postings: EntryPosting[] = [];
  const lengths = {} as EntryLengths;
  for (const view of TOKEN_VIEWS) {
    const weights = new Map<string, number>();
    lengths[view] = { title: title[view].length, body: body[view].length };
    addWeights(weights, title[view], averages[view].title, TITLE_LENGTH_WEIGHT, 1);
    addWeights(weights, body[view], averages[view].body, BODY_LENGTH_WEIGHT, BODY_SHARE);
    for (const [token, weight] of weights)
      postings.push({ view, token, weight: Math.max(1, Math.round(weight * WEIGHT_SCALE)) });
  }
  return { postings, lengths };
}

function addWeights(
  weights: Map<string, number>,
  tokens: readonly string[],
  average: number,
  lengthWeight: number,
  share: number,
): void {
  const norm = SATURATION * (1 - lengthWeight + (lengthWeight * tokens.length) / Math.max(1, average));
  for (const [token, count] of tokenCounts(tokens))
    weights.set(token, (weights.get(token) ?? 0) + (share * count * (SATURATION + 1)) / (count + norm));
}

/** The largest weight a token can have in a title: what a perfect match is measured against. */
export const FULL_WEIGHT = (SATURATION + 1) * WEIGHT_SCALE;
