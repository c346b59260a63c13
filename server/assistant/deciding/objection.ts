/** What is said of an answer: that it did not help, does not work, is wrong or beside the point. */
const SAID_OF_IT_EN = [
  "help(?:ed|ful|ing)?(?: me| us)?",
  "work(?:ed|ing|s)?",
  "(?:solve|fix|resolve)d?(?: it| this| that| anything| (?:my|the) (?:problem|issue))?",
  "answer(?:ed)?(?: (?:my|the) question)?",
  "right|correct|true|useful|any (?:help|use|good)|it",
  "what i(?: was|'m| am)? ?(?:ask(?:ed|ing)|mean|meant|want(?:ed)?|need(?:ed)?)(?: for| about)?",
].join("|");
const BARE_EN = "wrong(?: answer)?|incorrect|useless|unhelpful|no (?:help|use|good|luck)|(?:nonsense|rubbish)";
const IT_EN =
  "(?:that|this|it|your (?:answer|reply|suggestion|link)|the (?:answer|article|solution|instructions|link))";
const EVEN_EN = "(?:\\s+(?:really|still|just|also|actually|totally|completely|either|simply))*";
const LEAD_EN = "(?:(?:no|nope|sorry|well|hm+|but|ok|okay|ugh|unfortunately|sadly)[\\s,.!]+)*";
const TAIL_EN = "(?:\\s+(?:at all|either|though|any ?more|for me|yet|again|sadly|unfortunately))*";
const ENGLISH = new RegExp(
  `^${LEAD_EN}(?:${[
    `(?:${IT_EN}${EVEN_EN}\\s*)?(?:still\\s+)?(?:(?:did|does|has|is|was|will)(?:n'?t|${EVEN_EN} not)|'s${EVEN_EN} not|won't|not)${EVEN_EN}\\s+(?:${SAID_OF_IT_EN})`,
    `(?:${IT_EN}(?:'s| is| was)${EVEN_EN}\\s+)?(?:${BARE_EN})`,
    "you (?:did|do|are)(?:n't| not)(?: even)? (?:answer(?:ing)?|understand(?:ing)?|help(?:ing)?|get)(?: (?:my question|me|it|that))?",
    "i(?:'ve| have)?(?: already)? (?:tried|did|done) (?:that|this|it|all (?:of )?that)(?: already)?",
    "nothing (?:has )?(?:change[ds]|happen(?:ed|s)|help(?:ed|s)|work(?:ed|s))",
    "still (?:the same|broken|nothing)(?: problem| issue| error)?",
  ].join("|")})${TAIL_EN}(?=\\s*(?:[,.!;:?…~–—-]|$)|\\s+(?:and|but|so|how|what|where|can|could)\\b)`,
  "iu",
);

const IT_ZH =
  "(?:这个?|那个?|[你您](?:说|讲|答|回答|给)的|我?(?:照做|试过?|按[你您]说的做)了?[，,\\s]*)?(?:回答|答案|方法|办法|方案|操作|步骤|问题)?";
const EVEN_ZH = "(?:也|都|还是|还|仍然|仍|依然|依旧|根本|完全|并|一点儿?|好像|感觉)*";
const SAID_OF_IT_ZH = [
  "不(?:太)?(?:对|行|管用|好使|起作用|正确|准确)",
  "没(?:有)?(?:什么|任何)?(?:用|效果|帮助|帮上忙|帮到我?|反应)|无效|用不了",
  "没(?:有|能)?(?:解决|回答)(?:我的)?(?:问题)?|解决不了(?:我的)?(?:问题)?",
  "不是这(?:个|样)(?:意思|问题|答案)?|不是我(?:想|要)?(?:问|要|知道|了解|说)?的(?:意思|答案|问题|东西)?",
  "答非所问|文不对题|(?:说|答|搞|弄)?错|一样|老样子",
].join("|");
const CHINESE = new RegExp(
  `^(?:(?:不|不是|唉|哎|嗯|呃|但是?|可是?|抱歉)[\\s，,。.！!]+|怎么(?=还))*${IT_ZH}${EVEN_ZH}(?:(?:${SAID_OF_IT_ZH})(?:了|啊|呀|呢|的|吧|哦|嘛)*)+(?=[\\s，,。.！!？?；;…~～]|$)`,
  "u",
);

/** What was advised, as a customer refers to it, and what one does to a thing that does not work: anything else is news. */
const ADVISED_EN =
  "(?:all|both|every|each|everything|that|this|it|them|those|these|your|what|as|again|twice|the (?:steps?|instructions?|link|same|guide|article))";
const REMEDY_EN = "re-?(?:start|boot|set|sett|install|pair|connect)|unplug|unplugg|charg|clean|updat|turn|switch";
const I_EN = "(?:i|we)(?:'ve| have)?(?: already| just| even| also| now)? ";
/** Begins an account of what the customer has tried. */
const TRIED_EN = new RegExp(
  `^${LEAD_EN}(?:(?:${I_EN})?(?:(?:tried|did|done) (?:${ADVISED_EN}|(?:${REMEDY_EN})ing)|followed)|${I_EN}(?:${REMEDY_EN})(?:ed|d)?)\\b`,
  "iu",
);
const TRIED_ZH =
  /^[^，,。.！!？?]{0,12}?(?:(?:试|做|操作)[完好]?[了过]+(?:[一二两三四五几\d]*[遍次])?(?=$|[\s，,。！!；;…~～还仍依但可])|(?:重启|重置|重装|清洁|清理|充电|更新|升级)[完好]?[了过]|重新[^，,。.！!？?]{2,6}[了过])/u;
/** Where the account may end: between clauses, or where Chinese goes on without a mark. */
const CLAUSE_END =
  /\s*[\n,.!;:，。！；：、…~～–—]+\s*(?:(?:and|but|yet|however)[\s,]+|但是?|可是|不过|结果)?|\s+(?:and|but|yet)\s+|但是?|可是|(?<=[了过遍次])(?=还是|仍|依[然旧])/giu;

/** Between an objection and what follows it. */
const JOINT = /^[\s\p{P}~～]+/u;
const LINK = /^(?:and|but|so|then|那么?|所以|但是?|可是)(?=[\s,，]|\p{Script=Han})[\s,，]*/iu;
/** Words after an objection that ask nothing of their own. */
const NOTHING_MORE =
  /^(?:please |can you |could you )?(?:help(?: me)?|thanks|thank you|(?:so )?what now|now what|what (?:now|should i do|do i do|can i do)(?: now)?|那?(?:我?该)?怎么办|请?帮帮?我|谢谢)?[\s\p{P}]*$/iu;

/**
 * What a message asks besides the objection to an answer that it begins with, or that ends its account of what was tried:
 * "" when it only objects, null when it does not. Only right after an answer is such a message about that answer. Pure.
 */
export function besideObjection(message: string): string | null {
  const said = message.normalize("NFKC").replaceAll("’", "'").trim();
  let rest = said.slice(accountLength(said));
  let objects = false;
  for (let found = objectionAt(rest); found !== undefined; found = objectionAt(rest)) {
    objects = true;
    rest = rest.slice(found.length).replace(JOINT, "").replace(LINK, "");
  }
  if (!objects) return null;
  return NOTHING_MORE.test(rest) ? "" : rest;
}

/** How much of a message tells what was tried, where that ends in an objection ("I restarted it, that didn't help"). */
function accountLength(text: string): number {
  if (!TRIED_EN.test(text) && !TRIED_ZH.test(text)) return 0;
  for (const { index, 0: joint } of text.matchAll(CLAUSE_END)) {
    if (/[?？]/.test(text.slice(0, index))) return 0;
    if (objectionAt(text.slice(index + joint.length))) return index + joint.length;
  }
  return 0;
}

const objectionAt = (text: string): string | undefined => (ENGLISH.exec(text) ?? CHINESE.exec(text))?.[0];
