import { normalise } from "@/lib/text/normalise";
import { addressesOf, contentWords, type Evidence, figuresOf } from "./evidence";

/** Share of a sentence's words that its source must use. Paraphrases of one source stay above it, other subjects below. */
const ENOUGH = 0.5;

/** Sentences that claim nothing about the company, and what leads over to a list: they need no source. */
const NO_CLAIM =
  /^(?:(?:yes|no|是的?|不是|可以|不可以|能|不能|对|不对|有|没有)[\s,.，。]*|(?:hello|hi|thanks?|thank you|sure|of course|sorry|i'm sorry|here (?:is|are)|you can also|let me know|please let|is there|anything else|to summari[sz]e|in short)\b.{0,50}|(?:您好|你好|好的|抱歉|很抱歉|谢谢|感谢|请问|如果还有|还有其他|希望).{0,24}|[-*•\s]*(?:steps?|notes?|in detail|for example|步骤|具体|如下|例如|比如|注意|说明)[^。.!?]{0,16}[:：])$/is;
/** So few words may stand without a source. */
const UNCLAIMED_WORDS = 7;
/** A question back is short. */
const QUESTION_LENGTH = 90;
/** Words in a row that a source does not use: a paraphrase has a few of them, something smuggled in has many. */
const UNPROVED_RUN = 5;
/** A longer run of letters and digits is a code, and a code must be given like a figure. */
const CODE = /[a-z0-9+/=_-]{21,}/g;

/** Names: Latin words with a capital that does not begin the sentence, in capitals throughout, or inside Chinese. */
const NAME =
  /(?<=[\p{L}\p{N},;、，；]["'(]?\s+)[A-Z][\w'-]*|\b[A-Z][A-Z0-9-]{2,}\b|(?<=\p{Script=Han}\s?)[A-Za-z][\w'-]+|[A-Za-z][\w'-]+(?=\s?\p{Script=Han})/gu;
const NOBODY = /^I(?:'\w+)?$/;

/** The names in a sentence, in one spelling: products, people, codes. */
function namesOf(sentence: string): string[] {
  return (sentence.match(NAME) ?? []).filter((name) => !NOBODY.test(name)).map(normalise);
}

function longestUnproved(words: readonly string[], evidence: Evidence): number {
  let [run, longest] = [0, 0];
  for (const word of words) {
    run = evidence.words.has(word) ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/**
 * How far a source proves a sentence, in [0, 1]: the share of its words the source uses; 0 when it gives a figure, an
 * address, a code or a name that the source does not, or much in a row that is not there, whatever else matches.
 */
export function supportOf(sentence: string, evidence: Evidence): number {
  if (figuresOf(sentence).some((figure) => !evidence.figures.has(figure))) return 0;
  if (addressesOf(sentence).some((address) => !evidence.addresses.includes(address))) return 0;
  if ((normalise(sentence).match(CODE) ?? []).some((code) => !evidence.text.includes(code))) return 0;
  if (namesOf(sentence).some((name) => !evidence.text.includes(name))) return 0;
  const words = contentWords(sentence);
  if (words.length === 0) return 0;
  if (longestUnproved(words, evidence) > UNPROVED_RUN) return 0;
  return words.filter((word) => evidence.words.has(word)).length / words.length;
}

/** Whether a sentence only greets, asks back or leads over. Figures, addresses, codes and names always claim something. */
export function claimsNothing(sentence: string): boolean {
  const bare = sentence.trim();
  if (figuresOf(bare).length > 0 || addressesOf(bare).length > 0 || namesOf(bare).length > 0) return false;
  if (normalise(bare).search(CODE) >= 0 || contentWords(bare).length > UNCLAIMED_WORDS) return false;
  return NO_CLAIM.test(bare) || (bare.length <= QUESTION_LENGTH && /[?？]$/.test(bare));
}

/** The sources that prove a sentence, best first, as citation numbers from 1. */
export function provingSources(sentence: string, evidence: readonly Evidence[]): number[] {
  return evidence
    .map((source, index) => ({ number: index + 1, support: supportOf(sentence, source) }))
    .filter(({ support }) => support >= ENOUGH)
    .sort((one, other) => other.support - one.support)
    .map(({ number }) => number);
}
