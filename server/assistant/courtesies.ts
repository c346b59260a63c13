/** Said before or after a question out of politeness or mood; what is asked does not change with it. */
const CHINESE_BEFORE =
  /^(?:(?:你好|您好|在吗|在不在|亲亲?|请问|想请?问|我想请?问|麻烦问|麻烦|不好意思|打扰|不着急|不急|谢谢[你您]?|多谢|太好了|太棒了|好的|嗯+|哦+)(?:一下|下|了|啊|呀|呢|哈|你们|您)*[，,。.！!、~～…\s]*)+/;
const CHINESE_AFTER = /[，,。.！!？?\s]*(?:谢谢[你您]?|多谢|辛苦了?|麻烦了|拜托了?|感谢)[啊呀哈了~～！!。.\s]*$/;
const ENGLISH_BEFORE =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?(?: you)?(?: (?:a lot|so much|very much))?|no (?:hurry|rush)|quick question|just (?:wondering|asking|curious)|sorry to bother(?: you)?|excuse me|great|ok(?:ay)?)(?: there| team| again)?(?:\s*[,.!:;–—-]+\s*|$))+/i;
const ENGLISH_AFTER =
  /[,.!?\s]*\b(?:thanks?(?: you)?(?: (?:a lot|so much|very much|in advance))?|cheers|please)[.!\s]*$/i;

/** A question without the courtesies around it; the text itself when nothing else is left. Pure. */
export function withoutCourtesies(text: string): string {
  const isChinese = /\p{Script=Han}/u.test(text);
  const [before, after] = isChinese ? [CHINESE_BEFORE, CHINESE_AFTER] : [ENGLISH_BEFORE, ENGLISH_AFTER];
  const bare = text.trim().replace(before, "").replace(after, "").trim();
  return /[\p{L}\p{N}]{2}/u.test(bare) ? bare : text;
}
