import { normalise } from "@/lib/text/normalise";
import { addressesOf, contentWords, type Evidence, figuresOf } from "./evidence";

/** Share of a sentence's words that its source must use. Paraphrases of one source stay above it, other subjects below. */
const ENOUGH = 0.5;

/** Sentences that claim nothing about the company: they need no source. */
const NO_CLAIM =
  /^(?:(?:hello|hi|thanks?|thank you|sure|of course|sorry|i'm sorry|here (?:is|are)|you can also|let me know|please let|is there|anything else|to summari[sz]e|in short)\b.{0,50}|(?:您好|你好|好的|抱歉|很抱歉|谢谢|感谢|请问|如果还有|还有其他|希望).{0,24})$/is;
/** A question back is short. */
const QUESTION_LENGTH = 90;
/** So few letters without a word among them ("yes", "no [1]") need no proof; more would be a cipher. */
const WORDLESS_LENGTH = 30;
/** Words in a row that a source does not use: a paraphrase has a few of them, something smuggled in has many. */
const UNPROVED_RUN = 8;
/** A longer run of letters and digits is a code, and a code must be given like a figure. */
const CODE = /[a-z0-9+/=_-]{21,}/g;

function longestUnproved(words: readonly string[], evidence: Evidence): number {
  let [run, longest] = [0, 0];
  for (const word of words) {
    run = evidence.words.has(word) ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/**
 * How far a source proves a sentence, in [0, 1]: the share of its words the source uses; 0 when it names a figure or an
 * address that the source does not give, whatever else matches.
 */
export function supportOf(sentence: string, evidence: Evidence): number {
  if (figuresOf(sentence).some((figure) => !evidence.figures.has(figure))) return 0;
  if (addressesOf(sentence).some((address) => !evidence.addresses.includes(address))) return 0;
  if ((normalise(sentence).match(CODE) ?? []).some((code) => !evidence.text.includes(code))) return 0;
  const words = contentWords(sentence);
  if (words.length === 0) return sentence.trim().length <= WORDLESS_LENGTH ? 1 : 0;
  if (longestUnproved(words, evidence) > UNPROVED_RUN) return 0;
  return words.filter((word) => evidence.words.has(word)).length / words.length;
}

/** Whether a sentence only greets, asks back or leads over. Figures and addresses always claim something. */
export function claimsNothing(sentence: string): boolean {
  const bare = sentence.trim();
  if (figuresOf(bare).length > 0 || addressesOf(bare).length > 0 || normalise(bare).search(CODE) >= 0) return false;
  const asks = bare.length <= QUESTION_LENGTH && /[?？]$/.test(bare);
  return NO_CLAIM.test(bare) || asks || /^[-*•\s]*[^。.!?]{1,24}[:：]$/.test(bare);
}

/** The sources that prove a sentence, best first, as citation numbers from 1. */
export function provingSources(sentence: string, evidence: readonly Evidence[]): number[] {
  return evidence
    .map((source, index) => ({ number: index + 1, support: supportOf(sentence, source) }))
    .filter(({ support }) => support >= ENOUGH)
    .sort((one, other) => other.support - one.support)
    .map(({ number }) => number);
}
