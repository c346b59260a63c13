import { normalise } from "@/lib/text/normalise";
import type { Evidence } from "./evidence";

/** So many words of the standing orders in a row are a part of them; fewer are ordinary English. */
const TOLD_WORDS = 6;
/** A sentence of so many letters that stands in the orders is a part of them, too. */
const PART_LENGTH = 12;

const lettersOf = (text: string) => normalise(text).replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Standing orders, as letters alone: spaces, line breaks and marks hide nothing. */
type Orders = { whole: string; runs: readonly string[] };

/** Reads standing orders once: every run of words of theirs. */
export function ordersOf(text: string): Orders {
  const words = normalise(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = words.slice(TOLD_WORDS - 1).map((_, at) => words.slice(at, at + TOLD_WORDS).join(""));
  return { whole: lettersOf(text), runs };
}

const turned = (letters: string) =>
  letters.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

/**
 * Whether a text tells a part of the standing orders, or is nothing but one: as it stands, backwards, or with letters
 * turned by thirteen.
 */
export function tellsOrders(text: string, { whole, runs }: Orders): boolean {
  const letters = lettersOf(text);
  const readings = [letters, [...letters].reverse().join(""), turned(letters)];
  if (letters.length >= PART_LENGTH && readings.some((reading) => whole.includes(reading))) return true;
  return runs.some((run) => readings.some((reading) => reading.includes(run)));
}

const DONE_EN =
  "cancel+ed|refunded|changed|updated|sent|issued|processed|created|opened|deleted|removed|approved|transferred|reset|booked|granted|verified|submitted|unlocked|applied|credited|upgraded|waived";
const DONE_ZH =
  "取消|退款|退回|修改|更改|更新|变更|提交|发送|发放|办理|开通|重置|创建|登记|删除|批准|解锁|升级|转账|补偿|核实|验证";
/** Of a clause: somebody here did it, or it is done. */
const DEEDS = [
  new RegExp(`\\b(?:i|we)(?:'ve| have)?(?: (?:already|just|now|successfully|hereby))* (?:${DONE_EN})\\b`),
  /^\W*done\W*$/,
  new RegExp(
    `^\\W*(?:your|the|this) .{1,60}\\b(?:has|have) (?:now |already |just )?been (?:successfully )?(?:${DONE_EN})\\b`,
  ),
  new RegExp(`(?:为|帮|替|给)(?:您|你).{0,8}(?:${DONE_ZH})(?:了|完成|成功|好|完毕)`),
  new RegExp(`已经?(?:成功)?(?:为|帮|替|给)(?:您|你)|(?:我|我们|系统)(?:刚刚|现在)?已经?.{0,6}(?:${DONE_ZH})`),
  new RegExp(`^.{0,16}已经?(?:成功)?(?:被)?(?:${DONE_ZH})(?:成功|完成|完毕)?\\W*$`),
];
const SUPPOSED = /\b(?:if|when|once|after|before|until|unless|whether)\b|如果|若|当|一旦|之前|之后|以后|是否|后/;
const CLAUSE_END = /[,;:.!?，；：。！？]|\b(?:and|but|so)\b/;

/** Whether a sentence reports that something was done. Only actions do things, and they say so themselves. */
export function reportsDeed(sentence: string, evidence: readonly Evidence[]): boolean {
  const clauses = normalise(sentence).split(CLAUSE_END);
  return clauses
    .filter((clause) => !SUPPOSED.test(clause))
    .flatMap((clause) => DEEDS.flatMap((deed) => deed.exec(clause.trim())?.[0] ?? []))
    .some((deed) => !evidence.some(({ text }) => text.includes(deed.trim())));
}

const FOREIGN_LETTER = /(?!\p{Script=Latin}|\p{Script=Han})\p{L}/gu;

/** Whether it is written in letters of the languages spoken here, or of its sources: others only look the same. */
export function isLegible(sentence: string, evidence: readonly Evidence[]): boolean {
  const foreign = normalise(sentence).match(FOREIGN_LETTER) ?? [];
  return foreign.every((letter) => evidence.some(({ text }) => text.includes(letter)));
}
