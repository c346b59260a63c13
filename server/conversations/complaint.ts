const CHINESE =
  /^(?:你好|您好|请问)?[，,!！\s]*(?:投诉|我?(?:现在)?(?:要求?|想要?|需要|必须|一定要)(?:进行|提交?|提起|发起)?(?:一个|一下|个)?投诉(?!到)(?:一下)?(?<about>[^，。！？,.!?]{0,12}))[！!。.~\s]*$/u;
const ENGLISH =
  /^(?:(?:hi|hello)\W+)?(?:complain|(?:a )?complaints?|(?:i (?:want|need|wish|have|would like) to |i'd like to |i wanna |let me |please )?(?:complain|(?:make|file|lodge|submit|raise) an? (?:\w+ )?complaint)|i have an? (?:\w+ )?complaint)(?: please| now)*(?: (?:about|against) (?<about>[^?]{1,60}))?[.!\s]*$/;
/** It is asked how complaints work. */
const ASKS = /怎|如何|吗|什么|多久|多少|哪|谁|几|电话|邮箱|渠道|流程|方式|处理|进度|结果|记录/;

/**
 * A complaint that somebody wants to bring, as "complaint", "我要投诉" or "I want to complain about the courier", and what it
 * is about (empty when not said). Null for anything else: a question about complaints, a threat to bring one elsewhere. Pure.
 */
export function complaintIn(text: string): { about: string } | null {
  const said = text.normalize("NFKC").toLowerCase().replaceAll("’", "'").trim();
  const found = CHINESE.exec(said) ?? ENGLISH.exec(said);
  if (!found || ASKS.test(said)) return null;
  const about = (found.groups?.about ?? "").trim();
  return { about: /^(?:你们?|您|you(?: guys)?)$/.test(about) ? "" : about };
}
