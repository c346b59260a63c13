import type { Urgency } from "@/lib/contracts/understanding";
import { toSimplified } from "@/lib/text/chinese-script";

type Cue = "danger" | "threat" | "pressing" | "soon" | "idle";

/** What makes a message urgent, by cue. Danger to people or money and threats of law or press are never "normal". */
const CUES: readonly (readonly [Cue, RegExp])[] = [
  [
    "danger",
    /鼓包|冒烟|冒火|着火|起火|爆炸|炸了|自燃|烧焦|烧起来|烧坏了|漏电|触电|电到|被电|电了一下|烫伤|烧伤|割伤|划伤|受伤|流血|过敏|中毒|窒息|噎到|误食|误吞|住院|急诊|救命|自杀|不想活|盗刷|被盗|诈骗电话|泄露|人身安全|安全隐患|焦糊味|烧焦味/gu,
  ],
  [
    "danger",
    /\b(?:on fire|caught fire|catch(?:es|ing)? fire|smok(?:e|ing) (?:from|out|coming)|smoking|smoke is|sparks?|sparking|explod\w+|burn(?:t|ed|ing|s)? (?:my|me|smell|the|a)|smells? (?:of |like )?burn\w+|swollen|bulging|swelling|electric(?:al)? shock|shocked me|electrocuted|got shocked|injur\w+|bleeding|hospital|allergic reaction|poison\w*|emergency|suicid\w+|stolen card|card was stolen|hacked|fraudulent (?:charge|transaction)s?|unauthori[sz]ed (?:charge|transaction|payment)s?|overheat\w+|melt(?:ed|ing)|choking|in danger)\b/giu,
  ],
  [
    "threat",
    /12315|12345|12300|消协|消费者协会|工商局|市场监管|市监局|银保监|工信部|起诉|告你们|告到|法院|法律途径|法律手段|律师|报警|报案|派出所|警察|曝光|媒体|记者|315晚会|上热搜|发微博|发抖音|发小红书|挂网上|黑猫投诉|去投诉|要投诉|投诉你们|投诉到|举报|维权|索赔|假一赔|退一赔三/gu,
  ],
  [
    "threat",
    /\b(?:su(?:e|ing) (?:you|them|this|your)|i(?:'ll| will) sue|lawyers?|attorney|lawsuit|legal action|small claims|take (?:you|this|them) to court|court|police|charge ?back|trading standards|ombudsman|better business bureau|\bbbb\b|\bftc\b|\bfcc\b|consumer protection|go(?:ing)? public|the press|the media|news ?papers?|journalist|go viral|report(?:ing)? (?:you|this|them) to|regulators?|formal complaint|class action|small claims)\b/giu,
  ],
  [
    "pressing",
    /(?<!不|不是很|别|着)急(?!性|诊|救|流|剧|忙)|紧急|加急(?!券|费)|十万火急|火急|马上(?!就好|就来|就到)|立刻|立即|即刻|速回|速速|等着用|等着要|急用|急需|急着|今天(?:就|必须|一定|之内|内|要)|今晚(?:就|必须|要|之前)|明天(?:就要|必须|要用|早上要|一早)|(?:小时|分钟|天)(?:之内|以内|内)(?:必须|要|给|解决|回复|不)|来不及|赶不上|赶时间|最后期限|截止|还有[一二两三几\d]+(?:个)?(?:小时|分钟)就|现在就要|等不了|等不及|(?:生日|婚礼|飞机|航班)[^。，]{0,6}(?:来得及|赶得上|之前|前要)/gu,
  ],
  ["soon", /赶紧|赶快|尽快|尽早|快点|快些|抓紧|速度点|今天|今晚|生日|婚礼|出差|飞机|航班/gu],
  ["soon", /\b(?:as soon as possible|right now|quickly|fast|soon|today|tonight|tomorrow|my flight|boarding)\b/giu],
  [
    "pressing",
    /\b(?:urgent(?:ly)?|asap|a\.s\.a\.p|immediately|right away|straight away|emergency|time[- ]sensitive|deadline|by (?:today|tonight|tomorrow|noon|midnight|end of (?:the )?day|eod|cob|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|within (?:the|an?|\d+|one|two|few) ?(?:next )?(?:hours?|minutes?|mins?|hrs?)|in (?:\d+|an?|one|two|three|few) (?:hours?|minutes?|mins?|hrs?)|need (?:it|this|them|that|help|someone|an answer) (?:now|today|tonight|tomorrow|before|fast|quickly)|before (?:tomorrow|tonight|noon|my flight|the wedding|christmas)|hurry|quickly please|can ?not wait any|running out of time|last chance|final notice|my flight (?:is|leaves)|leaving (?:today|tonight|tomorrow)|critical|top priority|stranded)\b/giu,
  ],
  [
    "idle",
    /不急|不着急|不是很急|不赶时间|有空(?:再|的时候)|慢慢来|什么时候都(?:行|可以)|随便问|只是问|就问问|好奇问|顺便问问/gu,
  ],
  [
    "idle",
    /\b(?:no (?:rush|hurry)|not urgent|whenever (?:you|is)|when you (?:have|get) (?:a )?(?:time|chance|moment)|just (?:curious|wondering|asking)|take your time|no need to hurry|at your convenience)\b/giu,
  ],
];

/**
 * How soon a message needs an answer. Danger and threats make it high, so do a deadline or a plea for
 * haste, and two milder signs ("soon", "today") together; "no rush" makes it low unless danger is told.
 * @returns `threat` whether law, authorities or the press are named; `reasons` the words that decided.
 */
export function urgencyOf(text: string): { level: Urgency; threat: boolean; reasons: string[] } {
  const plain = toSimplified(text.slice(0, 4000).normalize("NFKC")).replace(/[‘’]/g, "'");
  const found: Record<Cue, string[]> = { danger: [], threat: [], pressing: [], soon: [], idle: [] };
  for (const [cue, pattern] of CUES) found[cue].push(...Array.from(plain.matchAll(pattern), ([match]) => match));
  const threat = found.threat.length > 0;
  const grave = [...found.danger, ...found.threat];
  if (grave.length > 0) return { level: "high", threat, reasons: grave };
  if (found.idle.length > 0) return { level: "low", threat, reasons: found.idle };
  const haste = [...found.pressing, ...found.soon];
  const pressing = found.pressing.length > 0 || found.soon.length > 1;
  return { level: pressing ? "high" : "normal", threat, reasons: pressing ? haste : [] };
}
