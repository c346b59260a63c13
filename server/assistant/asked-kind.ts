import type { Passage } from "@/lib/contracts/knowledge";

/** What sort of thing a question wants to hear: a sum of money, or a stretch or point of time. */
export type AskedKind = "amount" | "time";

const ASKS: Record<AskedKind, RegExp> = {
  amount:
    /多少钱|什么价|价格|价钱|几块钱|收费|费用(?:是|要)?多少|运费|\bhow much (?!time|longer|later|earlier|space|storage|data|battery|of (?:the|my))|\b(?:price|fee|cost)s?\b/iu,
  time: /多久|多长(?:时间|$|[?？])|几天|多少天|几个?小时|什么时候|何时|几点|\bhow (?:long|soon|many (?:days|hours|weeks|months))\b|\bwhen (?:do|does|will|is|are|can|should)\b/iu,
};

const HOLDS: Record<AskedKind, RegExp> = {
  amount: /[¥￥$€£]\s?\d|\d\s?(?:元|块|万元|yuan|rmb|cny|usd|dollars?|euros?|pounds?)|免费|不收费|\bfree\b/iu,
  time: /\d\s?(?:个)?(?:天|日|小时|分钟|周|星期|个?工作日|月|年|点)|\d{1,2}[:：]\d{2}|\d\s?(?:[–-]\s?\d+\s?)?(?:working |business )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b|当天|次日|立即|马上|\b(?:same|next) day\b|\bat once\b|\bimmediately\b/iu,
};

/** What a question asks for; null when it is anything else. */
export function kindAsked(question: string): AskedKind | null {
  if (ASKS.amount.test(question)) return "amount";
  return ASKS.time.test(question) ? "time" : null;
}

/** An article about such a thing that is likely enough to be offered is what was asked for; what others are left with. */
const LIKELY = 0.4;
const BESIDE_IT = 0.6;
/** What an article is left with that says nothing of the sort, where others do. */
const BESIDE_THE_POINT = 0.85;

/**
 * Brings out what answers the sort of question: of each article the passage that says such a thing, its opening first.
 * Beside a likely article that is about such a thing others become less likely, and else those that do not say one beside
 * those that do. Pure.
 */
export function toThePoint<Found extends Passage>(passages: readonly Found[], question: string): Found[] {
  const kind = kindAsked(question);
  if (!kind) return [...passages];
  const isAbout = ({ question: met, title }: Found) => [met ?? "", title].some((text) => kindAsked(text) === kind);
  const brought = passages.map((passage) => bringOut(passage, HOLDS[kind]));
  const meant = brought.some(({ passage, says }) => says && isAbout(passage) && passage.confidence >= LIKELY);
  const said = brought.some(({ says }) => says);
  return brought.map(({ passage, says }) => {
    if (meant) return isAbout(passage) ? passage : lessLikely(passage, BESIDE_IT);
    return says || !said || isAbout(passage) ? passage : lessLikely(passage, BESIDE_THE_POINT);
  });
}

const lessLikely = <Found extends Passage>(passage: Found, share: number): Found => ({
  ...passage,
  confidence: passage.confidence * share,
});

function bringOut<Found extends Passage>(passage: Found, holds: RegExp): { passage: Found; says: boolean } {
  if (holds.test(passage.text)) return { passage, says: true };
  const saying = passage.more.filter(({ text }) => holds.test(text));
  const chosen = saying.find(({ headingPath }) => headingPath.length === 0) ?? saying[0];
  if (!chosen) return { passage, says: false };
  const { chunkId, headingPath, text } = passage;
  const more = [{ chunkId, headingPath, text }, ...passage.more.filter((chunk) => chunk !== chosen)];
  return { passage: { ...passage, ...chosen, more }, says: true };
}
