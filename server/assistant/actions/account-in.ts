import type { ActionParameter } from "@/lib/contracts/actions";
import { asksSomething } from "./consent";

const REASON = /reason|\bwhy\b|原因|理由/i;
const ACCOUNT = /reason|\bwhy\b|description|problem|原因|理由|描述|说明|问题/i;

type Asking = Pick<ActionParameter, "kind" | "name" | "label" | "pattern">;
const calledBy = ({ kind, name, label, pattern }: Asking, called: RegExp): boolean =>
  kind === "text" && pattern === "" && called.test(`${name} ${label.zh} ${label.en}`);

/** Whether a parameter asks why. Pure. */
export const asksForReason = (parameter: Asking): boolean => calledBy(parameter, REASON);

/** Whether a parameter asks for an account in words: why, or what is wrong. Pure. */
export const asksForAccount = (parameter: Asking): boolean => calledBy(parameter, ACCOUNT);

/** As much of a message as is looked through. */
const READ = 4000;

const ADDRESS = /[^\s,，。;；@]+@[^\s,，。;；@]+/g;
const CODE = /#?[A-Za-z]*-?\d[\w-]*/g;
/** What is said around a number or an address without telling more than it does. */
const AROUND =
  /\b(?:my|the|is|it'?s?|this|that|here|order|number|no|e-?mail|address|phone|mobile|code|contact|please|use|thanks|and|or)\b|我|订单|单号|编号|号码?|手机|电话|邮箱|邮件|地址|联系方式|验证码|码|是|为|的|这个?|请|您好|你好|谢谢/giu;

/** Whether a text is plainly nothing but a contact, a record's number or a code. Pure. */
export function onlyIdentifies(text: string): boolean {
  const plain = text.normalize("NFKC");
  const rest = plain.replaceAll(ADDRESS, " ").replaceAll(CODE, " ");
  return rest !== plain && !/\p{L}/u.test(rest.replaceAll(AROUND, " "));
}

/** What leads to a reason. "Since" may also tell a time: it counts where it says how a thing is. */
const CAUSE =
  /\bbecause(?: of)?\s+|\bdue to\s+|\b(?:since|as)\s+(?=(?:it|they|this|that)(?:['’]?s|['’]re| (?:is|are|does|do|did|can)(?:n['’]t|not)?| won['’]t)\b)|(?:因为|由于|(?:原因|理由)(?:是|为|：|:))\s*/iu;
const SENTENCE_END = /[.!?](?=\s|$)|[。！？?\n]/u;
const CLAUSE_END = /[,，;；]|\s+so\s+(?=i\b|please\b)|所以/giu;
const CLAUSE = /[^\s,，;；。.！!\n](?:[^,，;；。.！!\n]|\.(?!\s|$))*/gu;
const WISH =
  /\b(?:want|like to|need to|please|return(?:ing)?|refund|exchange|replace(?:ment)?|order)\b|我要|我想|想要|退|换|申请|帮我|麻烦|办理/iu;
/** What is wrong with a thing, unless it is denied. */
const DEFECT =
  /(?<!\bnot |n't )\b(?:broken|defective|damaged|faulty|too (?:small|big|large|tight|loose|heavy|loud)|wrong (?:size|colou?r|item|model)|no sound|stopped working|(?:does not|doesn['’]t|do not|don['’]t|won['’]t|not) (?:work|fit|charge|connect|turn on)(?:ing)?)\b|(?<![没不]|没有|不是)(?:坏了|坏掉|破了|破损|损坏|瑕疵|质量(?:不好|太?差|有?问题)|太[小大紧松重吵]|不合适|不喜欢|[发买拍]错|没有?声音|充不[进上]电|开不了机|用不了|连不上|漏发|色差|与描述不符)/iu;

const trimmed = (text: string): string => text.replaceAll(/^[\s,，;；:：]+|[\s,，;；]+$/gu, "");

/** Where a reason stands in a text: `at` is where what leads to it begins. */
type Reason = { at: number; from: number; to: number };

/** The words after what leads to a reason, up to the end of the sentence or to the wish it is given for. */
function causeIn(text: string): Reason | null {
  const cause = CAUSE.exec(text);
  if (!cause) return null;
  const from = cause.index + cause[0].length;
  const end = SENTENCE_END.exec(text.slice(from));
  const sentence = text.slice(from, end ? from + end.index : undefined);
  const other = [...sentence.matchAll(CLAUSE_END)].find(({ index, 0: mark }) => {
    const [clause = ""] = sentence.slice(index + mark.length).split(CLAUSE_END);
    return WISH.test(clause) || onlyIdentifies(clause);
  });
  return { at: cause.index, from, to: from + (other?.index ?? sentence.length) };
}

/** A clause of its own that says what is wrong. */
function defectIn(text: string): Reason | null {
  const clauses = [...text.matchAll(CLAUSE)];
  if (clauses.length < 2) return null;
  const found = clauses.find(([clause]) => DEFECT.test(clause) && !WISH.test(clause) && !onlyIdentifies(clause));
  return found ? { at: found.index, from: found.index, to: found.index + found[0].length } : null;
}

/** A message that asks something gives no clear reason: it may ask about that very reason. */
function findReason(message: string): Reason | null {
  const text = message.slice(0, READ);
  return asksSomething(text) ? null : (causeIn(text) ?? defectIn(text));
}

/** The reason that a message gives beside what it asks for, where that is clear; else empty. Pure. */
export function reasonIn(message: string): string {
  const reason = findReason(message);
  return reason ? trimmed(message.slice(reason.from, reason.to)) : "";
}

/** A message without the reason it gives: what it is that is wanted. Pure. */
export function withoutReason(message: string): string {
  const reason = findReason(message);
  return reason ? `${message.slice(0, reason.at)} ${message.slice(reason.to)}` : message;
}
