import { toSimplified } from "@/lib/text/chinese-script";
import type { Weighed } from "./weigh-clause";

const RAGE =
  /骗子|骗钱|骗人的|垃圾|滚|妈的|他妈|特么|尼玛|傻逼|混蛋|王八|气死|气炸|愤怒|忍无可忍|岂有此理|欺人太甚|无耻|不要脸|黑心|奸商|恶心|凭什么|火大|投诉|举报|曝光|什么破|什么垃圾|受不了|受够/gu;
const ENGLISH_RAGE =
  /\b(?:furious|fuming|livid|enraged|outraged?|outrageous|infuriat\w+|pissed|fuck\w*|shit\w*|bullshit|wtf|damn|hell|idiots?|morons?|liars?|scam\w*|thieves|crooks?|disgust\w*|disgrace\w*|unacceptable|ridiculous|fed up|sick of|sick and tired|never again|hate|worst|joke|incompetent|pathetic|sue|lawyer|angry|mad)\b/giu;

/** How angry a text is, in [0, 1]: strong words, shouting and a threat add up; calm disappointment stays under 0.4. */
export function angerOf(text: string, weighed: readonly Weighed[], threatens: boolean): number {
  const plain = toSimplified(text.slice(0, 4000).normalize("NFKC"));
  const strong = weighed.filter(({ weight }) => weight <= -3).length;
  const rage = [...plain.matchAll(RAGE), ...plain.matchAll(ENGLISH_RAGE)].length;
  const against = weighed.reduce((sum, { weight }) => sum + weight, 0) < 0;
  const loud = against ? Math.min(plain.match(/[!?]{2,}/g)?.length ?? 0, 2) + (isShouted(plain) ? 1.5 : 0) : 0;
  const heat = against || threatens ? rage * 0.9 + strong * 0.4 + loud * 0.5 + (threatens ? 0.9 : 0) : 0;
  return Math.round((1 - Math.exp(-heat / 2)) * 100) / 100;
}

function isShouted(text: string): boolean {
  const words = text.match(/\b\p{Lu}{4,}\b/gu) ?? [];
  return words.length >= 3;
}
