import { isSmallTalk } from "@/server/assistant/small-talk";
import { complaintIn } from "./complaint";

/** A message that is nothing but the name of who is wanted. */
const ALONE =
  /^(?:(?:转|找)?(?:人工(?:客服|服务)?|真人(?:客服)?|客服|在线客服)|(?:a |an |the )?(?:live |real |human )?(?:agent|human|person|representative|rep|operator|supervisor|manager)(?: please)?)$/;
/** The same several times over, "人工人工人工". */
const REPEATED = /^(.{2,12}?)(?: ?\1)+$/u;

/** A clerk of flesh and blood is asked for: verb, then whom, within one clause. */
const CHINESE =
  /(?:转|转接|接|找|要|叫|换|喊|请|给我|帮我|需要|呼叫|想)(?:(?!投诉|举报|不要|打|电话|评价)[^，。！？,.!?\s]){0,5}?(?:人工(?!费|智能|成本)|真人|活人|专员)|(?:转|转接|接|叫|换|呼叫|找)(?:到|个|一下|一位|你们|在线)*(?:客服|坐席)|(?:跟|和|与|让|换|找|叫)(?:个|一个|一位|你们的?)*(?:真?人|客服)(?:跟|和|来|给|说|聊|谈|处理|帮|工)/;
const ENGLISH =
  /\b(?:talk|speak|chat|connect|transfer|put|pass|escalate|forward|switch)\b(?:(?!not\b|before\b|points|money|cards?\b|gift|data|files?\b)[^,.!?]){0,24}\b(?:humans?|persons?|people|someone|somebody|(?:an?|the|your|live|real|human|support|service) (?:agent|representative|rep|operator|advisor|colleague|manager|supervisor)|agents?|representative|operator|your (?:team|staff)|staff|customer (?:service|support|care))\b|\b(?:want|need|get|give|reach|find|like|call)\b(?:(?!not\b|gift)[^,.!?]){0,16}\b(?:(?:real|live|actual|human) (?:person|agent|being|representative)|human|(?:an?|your) (?:agent|representative|operator|manager|supervisor)(?! (?:account|role|login|plan|type|code|number)))\b|\b(?:human|agent|representative|operator),? please\b/;
/** Somebody in charge is called in, somebody's help is asked for, or whether there is anybody at all. */
const CHINESE_SOMEBODY =
  /(?:叫|找|喊|换|让|请|转|(?<!需)要)(?:接|一下|个|一个|一位|到)*(?:你们?的?)?(?:客服|值班|部门)?(?:经理|主管|领导|负责人|店长|老板|上级)(?=出?来|过来|接|说|谈|跟我|和我|给我|处理|解决|回复|$|[，。！？,.!?\s])|^(?:请问|那|到底|难道)*(?:你们?)?(?:这里|这边|这)?有(?:没有?)?(?:个)?(?:真人|活人|人工)(?:客服|服务)?(?:在|可以聊)?(?:吗|么|嘛|啊|呢)?[？?！!。.\s]*$/;
const ENGLISH_SOMEBODY =
  /\b(?:can|could|will|would|may) (?:(?:an?|the|some|real|live|actual|human) )+(?:person|human|human being|agent|representative|rep|colleague|manager|supervisor)(?: please)? (?:please )?(?:help|assist|call|talk|speak|answer|reply|contact|look)\b|\b(?:person|human|someone|somebody|anyone|anybody|agent|representative) (?:here |there )?(?:that |who |whom )?i (?:can|could|may) (?:talk|speak|chat)\b|^(?:is|are) there (?:(?:an?|any|some|real|live|actual) )*(?:human|(?:real|live|actual) (?:person|people|human|agent))s?(?: here| there| available)?\W*$|\b(?:connect|transfer|put|pass|forward|switch) me\b[^,.!?]{0,16}\b(?:support|service)\b|^(?:(?:please|can|could|you|i|want|would|like|to|need|just) )*escalate(?: (?:this|it|my|the))?(?: (?:issue|case|problem|complaint|ticket|matter|request))?(?: please| now| further)*\W*$/;
/** A machine is not to answer. */
const NO_MACHINE =
  /(?:不要|不想|不愿意?|别|讨厌|拒绝)(?:再)?(?:要|用|和|跟|与|让|找|给我)?(?:你们的?|个|这个|这种)?(?:机器人?|ai)(?:客服)?(?=说话|聊|对话|沟通|交流|讲|回|答|服务|$|[，。！？,.!?\s])|(?:don't|do not|won't|will not|hate|tired of|sick of|stop) (?:(?:want|wanna|like|need|wish|going|have|to) )*(?:talk|speak|chat|deal|writ)(?:e|ing)? (?:to|with) (?:(?:an?|the|this|your|any|stupid|automated) )*(?:chat ?)?(?:bots?|robots?|machines?|ai|computers?)\b|\b(?:don't|do not) want (?:an? |this |your |any )?(?:chat ?)?bots?\b|^(?:please )?no (?:more )?(?:chat ?)?(?:bots?|robots?|machines?)(?: please)?\W*$/;
/** It is asked about people, or not asked for one. */
const NOT_WANTED =
  /不(?:要|用|想|需要|找)(?:再)?(?:转|找|接)?(?:人工|真人|客服)|别(?:给我)?转|几点|什么时候|上班|多久|电话是|(?:do|don't|do not|did|didn't|without|should|must|have to|why)\b[^,.!?]{0,20}\b(?:talk|speak|need|want|connect|get)|\b(?:hours|phone number|when)\b/;

/** Where one thing said ends and the next begins: what is asked of the one says nothing about the other. */
const BETWEEN = /[。！？!?；;\n]+|\.(?=\s|$)|[,，]\s*(?=另外|还有|顺便|同时|再帮|(?:and|also|plus)\b)/;

const WANTED = [CHINESE, ENGLISH, CHINESE_SOMEBODY, ENGLISH_SOMEBODY];
const asksForOne = (said: string): boolean => WANTED.some((wish) => wish.test(said)) && !NOT_WANTED.test(said);

/**
 * Whether a message asks for a person, alone ("人工", "agent") or among other words ("it is broken, let me talk to
 * someone"), refuses a machine or brings a complaint. Asking when people are there, whether one answers already, or not
 * wanting one, is no such request. Pure.
 */
export function isHandoffRequest(text: string): boolean {
  if (isSmallTalk(text)) return false;
  const said = text.normalize("NFKC").toLowerCase().replaceAll("’", "'").trim();
  const bare = said
    .replaceAll(/[\p{P}\p{S}]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const once = bare.replace(REPEATED, "$1");
  if (ALONE.test(once) || ALONE.test(bare.replaceAll(" ", ""))) return true;
  return NO_MACHINE.test(said) || complaintIn(said) !== null || said.split(BETWEEN).some(asksForOne);
}

/** Whether it asks for a person and says nothing else that a colleague would want to read. Pure. */
export function isNothingButHandoffRequest(text: string): boolean {
  const said = text.normalize("NFKC").trim();
  const short = /\p{Script=Han}/u.test(said) ? said.length <= 14 : said.split(/\s+/).length <= 9;
  return short && !/\d/.test(said) && !complaintIn(said)?.about && isHandoffRequest(said);
}
