/** Kinds of conditions of which a question holds one at a time: naming another one replaces the first. */
const KINDS: readonly RegExp[] = [
  /\b(?:month(?:ly)?|year(?:ly)?|annual(?:ly)?|week(?:ly)?|quarter(?:ly)?|daily|lifetime)\b|(?:按|包)?[年月季周](?:付|费|卡|度|租)|包[年月季周]|连续包[年月季]/gi,
  /\b(?:credit card|debit card|paypal|apple pay|google pay|alipay|wechat(?: pay)?|bank transfer|cash|gift card)\b|支付宝|微信(?:支付)?|银行卡|信用卡|借记卡|花呗|货到付款/gi,
  /\b(?:iphone|ipad|ios|android|windows|mac(?:os)?|linux|web|desktop|tablet)\b|苹果(?:手机)?|安卓(?:手机)?|鸿蒙|电脑|网页版|平板/gi,
  /\b(?:today|tomorrow|yesterday|weekends?|weekdays?|holidays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b|今天|明天|后天|昨天|周末|工作日|节假日/gi,
];

/** The conditions a text names. */
export function conditionsIn(text: string): string[] {
  return KINDS.flatMap((kind) => text.match(kind) ?? []);
}

/** An earlier text without the conditions that a newer one replaces by its own. */
export function withoutReplaced(earlier: string, newer: string): string {
  return KINDS.filter((kind) => newer.search(kind) >= 0)
    .reduce(
      (text, kind) => text.replace(new RegExp(`(?:\\b(?:on|by|with|in|for|via) )?(?:${kind.source})`, "gi"), " "),
      earlier,
    )
    .replace(/\s+/g, " ")
    .trim();
}
