import { inertMarkdown } from "./inert-markdown";
import { MASK } from "./mask-text";

/** What is said at the beginning or in front of what matters. */
const CHINESE_OPENING =
  /^(?:(?:您好|你好|亲|嗯|好的|好|是的|可以的|不好意思|抱歉|打扰了)(?:呀|啊|呢|哦)?[，,。！!、~～\s]*)+/u;
const ENGLISH_OPENING =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?(?: you)?|sure|of course|okay|ok|great|yes)(?: there)?[,.!]+\s*)+/i;

/** Sentences that say nothing to anybody else: manners, and what is being done for this one customer. */
const CHINESE_IDLE =
  /为您服务|^(?:不客气|谢谢|感谢|多谢|非常抱歉|很抱歉|抱歉|对不起|让您久等|请?稍等|稍候|祝您|很高兴|再见|后续有|有(?:任何|其他|什么)?问题|还有(?:什么|其他)|请?(?:您)?放心|麻烦您|辛苦|我是|这里是|之前的对话|看到了|明白|了解|收到|我(?:先|再|来|这就|这边|马上|现在|已经)*(?:帮|给|为|替|把|去|看|查|核实|登记|转|记录|问)|记下|约好|(?:已|已经|刚刚?)(?:帮|为|给|替|退|提交|安排|登记|收到|转交|发到|核实|续|取消|更换|预约|办理)|那就好|(?:现在)?(?:帮|给|为)您|会随|方便(?:留|告诉|提供|说)|请(?:您)?(?:告诉|提供|发|留))/u;
const ENGLISH_IDLE =
  /^(?:you(?:'|’)?re welcome|thank|glad|happy to|have a (?:nice|good|great)|sorry|i(?:'|’)?m (?:very |so |really )?(?:sorry|glad|happy|checking|looking|opening|passing|keeping|sending|afraid i)|let me|i(?:'|’)?ll|i will|i(?:'|’)?ve|i have (?:just|already|passed|checked|read|opened|sent|filed)|i can see|i see|this is|one moment|just a moment|please (?:wait|hold|tell me|send me|give me|share)|may i|could you|can you|would you|write to us|feel free|anything else|is there anything|hope|best regards|kind regards|regards|passed on|filed|noted|done|got it|understood)\b/i;

/** What begins so is about what this one customer has. */
const CHINESE_OWN = /^(?:您(?:的|购物车|是|这)|查到|我看到|系统显示)/u;
const ENGLISH_OWN =
  /^(?:your|you (?:paid|have|had|ordered|bought|were|are)|refunded|booked|cancelled|canceled|shipped|sent|it(?:'|’)s on its way|\S+ here)(?![\p{L}\p{N}])/iu;

const SENTENCE = /(?<=[。！？!?；;])(?=\S)|(?<=[.!?;])\s+(?=\p{Lu}|\p{N}|["“(])|(?<=[。！？；])\s*/u;
const LEAST_LETTERS = 4;
/** One reply makes a paragraph or two, not a book. */
const LONGEST = 4000;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
/** A name in the other script makes no sentence Chinese or English. */
const isHan = (text: string) => count(text, /\p{Script=Han}/gu) > count(text, /\p{Script=Latin}+/gu);
const letters = (text: string) => count(text, /[\p{L}\p{N}]/gu);

/** A Chinese sentence without the clause that asks back, an English one that asks back not at all. */
function withoutAskingBack(sentence: string): string {
  if (!/[?？]\s*$/u.test(sentence)) return sentence;
  if (!isHan(sentence)) return "";
  const clauses = sentence.split(/(?<=[，,])/u).slice(0, -1);
  const kept = clauses.join("").replace(/[，,\s]+$/u, "");
  return kept === "" ? "" : `${kept}。`;
}

/** The clauses of a Chinese sentence that are not idle. */
function tellingClauses(sentence: string): string {
  const clauses = sentence.split(/(?<=[，,])/u);
  const kept = clauses.filter((clause) => !CHINESE_IDLE.test(clause.trim()));
  if (kept.length === clauses.length) return sentence;
  const text = kept.join("").replace(/[，,\s]+$/u, "");
  return text === "" || /[。！？!?.…]$/u.test(text) ? text : `${text}。`;
}

function tellingPart(sentence: string): string {
  const han = isHan(sentence);
  const begun = sentence.trim().replace(han ? CHINESE_OPENING : ENGLISH_OPENING, "");
  const asked = withoutAskingBack(begun);
  if (asked.includes(MASK) || (han ? CHINESE_OWN : ENGLISH_OWN).test(asked)) return "";
  const telling = (han ? tellingClauses(asked) : ENGLISH_IDLE.test(asked) ? "" : asked).trim();
  return letters(telling) < LEAST_LETTERS ? "" : telling.charAt(0).toUpperCase() + telling.slice(1);
}

function tellingLine(line: string): string {
  const marker = /^\s*(?:[-*+•·]|\d{1,2}[.)、．])\s+/.exec(line)?.[0] ?? "";
  const said = line.slice(marker.length).split(SENTENCE).map(tellingPart).filter(Boolean);
  return said.length === 0 ? "" : `${marker}${said.join(isHan(line) ? "" : " ")}`;
}

/**
 * What a person's messages tell anybody who asks the same, as harmless Markdown: greetings, manners, questions back, what
 * holds a personal fact and what was done for this one customer are left out. Empty when nothing else was said. Pure.
 * @param messages masked, in the order they were sent.
 */
export function replyText(messages: readonly string[]): string {
  const paragraphs = messages.map((message) =>
    inertMarkdown(message.split(/\r?\n/).map(tellingLine).filter(Boolean).join("\n")),
  );
  return [...new Set(paragraphs)].filter(Boolean).join("\n\n").slice(0, LONGEST).trim();
}
