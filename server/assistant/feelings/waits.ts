const NUMERAL = "\\d+(?:\\.\\d+)?|[一二两三四五六七八九十几好半多]+";
const CHINESE_HOURS = new RegExp(
  `(?<!不到|不用|不需|只用|只要|仅|才用)(?:${NUMERAL})(?:个多|个半|个|多个|来个)?(?:小时|钟头)(?!就|内|以内|之内|到|送达|达|热线|客服|服务|营业|发货)`,
  "u",
);
const CHINESE_MINUTES =
  /(?<!不到)(\d{2,3}|[四五六七八九]十[一二三四五六七八九多几]?)多?分钟(?!就|内|以内|之内|到|送达)/u;
const ENGLISH_HOURS =
  /\b(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|ten|several|few|couple)\+?[ -]?(?:hours?|hrs?)\b(?! (?:early|ago i booked|support))/i;
const ENGLISH_MINUTES = /\b(\d{2,3})\+?[ -]?(?:minutes?|mins?)\b/i;
const LONG_MINUTES = 30;

/** What the long waits told of in a text weigh (0 or less): an hour, half an hour, in either language. */
export function waits(text: string): number {
  const plain = text.slice(0, 4000).normalize("NFKC");
  const minutes = CHINESE_MINUTES.exec(plain)?.[1] ?? ENGLISH_MINUTES.exec(plain)?.[1];
  const long = minutes !== undefined && (Number.isNaN(Number(minutes)) || Number(minutes) > LONG_MINUTES);
  return (CHINESE_HOURS.test(plain) || ENGLISH_HOURS.test(plain) ? -1 : 0) + (long ? -0.7 : 0);
}
