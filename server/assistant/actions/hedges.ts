import type { ActionOutline } from "@/lib/contracts/actions";
import type { Locale } from "@/lib/i18n";
import { tokenise } from "@/lib/text/tokenise";
import { CHINESE } from "../questions/chinese";
import { ENGLISH } from "../questions/english";
import { recordsIn } from "./records-in";
import type { Beside } from "./run-state";

/** Words that make what was said before them depend on something. */
const CONDITION =
  /\b(?:but|however|if|unless|only|though|although|except|provided|as long as|first|wait|actually|instead|rather)\b|不过|但|可是|只是|只要|如果|要是|除非|前提|先|等等|等一下|改成|换成|而是|不如|还是/iu;
/** What is asked before one agrees: what it costs, what comes of it, whether it can be taken back. */
const TERMS =
  /\b(?:costs?|fees?|charges?d?|free|pay|paid|prices?|postage|shipping|deduct\w*|money|much|lose|safe|risky?|affects?|happens?|consequences?|guarantee\w*|sure|certain|must|have to|need to|undo|reverse|revoke|cancel\w*|change my mind)\b|费|钱|免单|扣|付|赔|亏|损失|安全|风险|影响|后果|怎样|怎么样|保证|一定|必须|确定|撤|取消|反悔|后悔|改主意|退[多几全差]/iu;
/** Words for what is being talked about. */
const POINTS = /\b(?:it|its|this|that|these|those|they|them|one)\b|这|它|(?<!^)那/iu;

const withoutLead = (text: string) => text.replace(/^[\s,，]*(?:and|also|oh|well|嗯|哦|那么?|那)[\s,，]*/iu, "");

/** Words that take back what is agreed to. */
const TAKES_BACK = /\bcancel\w*|\bundo\b|\bstop\b|取消|撤|作废/iu;

/**
 * Whether what is put beside a yes may be about what the yes is for: it sets a condition, takes it back, names nothing of
 * its own, asks about the action, its records or its terms, or requests what no action does. Such a yes is none. In doubt
 * it is so: asking once more costs a word. Pure.
 */
export function hedges({ text, wants }: Beside, { names }: Pick<ActionOutline, "names">, locale: Locale): boolean {
  const asked = withoutLead(text);
  if (CONDITION.test(text) || POINTS.test(asked) || TAKES_BACK.test(asked)) return true;
  if (wants !== null) return false;
  const language = locale === "zh" ? CHINESE : ENGLISH;
  if (TERMS.test(asked) || language.leans(asked) || recordsIn(asked).length > 0) return true;
  if (language.kindOf(asked) === "requests") return true;
  const about = new Set([names.zh, names.en].flatMap((name) => tokenise(name).words));
  return tokenise(asked).words.some((word) => about.has(word));
}
