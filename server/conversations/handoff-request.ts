/** A message that is nothing but the name of who is wanted. */
const ALONE =
  /^(?:人工(?:客服|服务)?|真人(?:客服)?|客服|在线客服|(?:a |an |the )?(?:live |real |human )?(?:agent|human|person|representative|rep|operator)(?: please)?)$/;

/** A clerk of flesh and blood is asked for: verb, then whom, within one clause. */
const CHINESE =
  /(?:转|转接|接|找|要|叫|换|喊|请|给我|帮我|需要|呼叫|想)(?:(?!投诉|举报|不要|打|电话|评价)[^，。！？,.!?\s]){0,5}?(?:人工(?!费|智能|成本)|真人|活人|专员)|(?:转|转接|接|叫|换|呼叫|找)(?:到|个|一下|一位|你们|在线)*(?:客服|坐席)|(?:跟|和|与|让|换|找|叫)(?:个|一个|一位|你们的?)*(?:真?人|客服)(?:跟|和|来|给|说|聊|谈|处理|帮|工)/;
const ENGLISH =
  /\b(?:talk|speak|chat|connect|transfer|put|pass|escalate|forward|switch)\b(?:(?!not\b|before\b|points|money|cards?\b|gift|data|files?\b)[^,.!?]){0,24}\b(?:humans?|persons?|people|someone|somebody|(?:an?|the|your|live|real|human|support|service) (?:agent|representative|rep|operator|advisor|colleague|manager|supervisor)|agents?|representative|operator|your (?:team|staff)|staff|customer (?:service|support|care))\b|\b(?:want|need|get|give|reach|find|like|call)\b(?:(?!not\b|gift)[^,.!?]){0,16}\b(?:(?:real|live|actual|human) (?:person|agent|being|representative)|human|(?:an?|your) (?:agent|representative|operator))\b|\b(?:human|agent|representative|operator),? please\b/;
/** It is asked about people, or not asked for one. */
const NOT_WANTED =
  /不(?:要|用|想|需要|找)(?:再)?(?:转|找|接)?(?:人工|真人|客服)|别(?:给我)?转|几点|什么时候|上班|多久|电话是|(?:do|don't|do not|did|didn't|without|should|must|have to|why)\b[^,.!?]{0,20}\b(?:talk|speak|need|want|connect|get)|\b(?:hours|phone number|when)\b/;

/**
 * Whether a message asks for a person, alone ("人工", "agent") or among other words ("it is broken, let me talk to
 * someone"). Asking when people are there, or not wanting one, is no such request. Pure.
 */
export function isHandoffRequest(text: string): boolean {
  const said = text.normalize("NFKC").toLowerCase().replaceAll("’", "'").trim();
  const bare = said
    .replaceAll(/[\p{P}\p{S}]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (ALONE.test(bare) || ALONE.test(bare.replaceAll(" ", ""))) return true;
  return (CHINESE.test(said) || ENGLISH.test(said)) && !NOT_WANTED.test(said);
}

/** Whether it asks for a person and says nothing else that a colleague would want to read. Pure. */
export function isNothingButHandoffRequest(text: string): boolean {
  const said = text.normalize("NFKC").trim();
  const short = /\p{Script=Han}/u.test(said) ? said.length <= 14 : said.split(/\s+/).length <= 9;
  return short && !/\d/.test(said) && isHandoffRequest(said);
}
