import { addressesOf, type Evidence } from "./evidence";
import { isLegible, reportsDeed } from "./forbidden";
import { claimsNothing, provingSources } from "./support";

const IMAGE = /!\[([^\]]{0,300})\]\([^)]{0,500}\)/g;
const LINK = /\[([^[\]]{1,300})\]\([^)]{0,500}\)/g;
const TAG = /<\/?[a-z][^>]{0,300}>/gi;
const CITATION = / ?\[(\d{1,2})\]/g;
/** What is left of a link, an image, a tag or a comment that is not whole. */
const BROKEN = /\]\(|!\[|<[!/?a-z]/i;
/** A bracket that is closed in another sentence, if at all. */
const HALF_LINK = /\[[^\]]*$/;
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;
const ENDING = /([。！？.!?…]*["'”’）)]*\s*)$/;

/** A sentence as it may be said, or null when nothing of the sources proves it. */
export type Grounded = { text: string; sources: number[] } | null;

/** Words alone: images vanish, links become their label, tags go. A model must not make a browser fetch anything. */
function wordsOnly(sentence: string): string {
  return sentence.replace(INVISIBLE, "").replace(IMAGE, "").replace(LINK, "$1").replace(TAG, "");
}

/**
 * Holds one sentence of a model against the sources: citations that do not prove it are replaced by the one that does;
 * a sentence that no source proves is dropped, and so is one that reports a deed.
 */
export function groundSentence(sentence: string, evidence: readonly Evidence[]): Grounded {
  const plain = wordsOnly(sentence);
  if (BROKEN.test(plain) || !isLegible(plain, evidence) || reportsDeed(plain, evidence)) return null;
  const cited = [...plain.matchAll(CITATION)].map(([, number]) => Number(number));
  const bare = plain.replace(CITATION, "");
  if (HALF_LINK.test(bare)) return null;
  if (bare.trim() === "" || addressesOf(bare).some((address) => !isGiven(address, evidence))) return null;
  const proving = provingSources(bare, evidence);
  const kept = cited.filter((number, at) => proving.includes(number) && cited.indexOf(number) === at);
  const sources = kept.length > 0 ? kept : proving.slice(0, 1);
  if (sources.length === 0) return claimsNothing(bare) ? { text: bare, sources } : null;
  const marks = sources.map((number) => ` [${number}]`).join("");
  return { text: bare.replace(ENDING, `${marks}$1`), sources };
}

function isGiven(address: string, evidence: readonly Evidence[]): boolean {
  return evidence.some(({ addresses }) => addresses.includes(address));
}
