import type { Find, Finder } from "./finder";

const MOBILE = /(?<![\d.+-]|[A-Za-z])(?:(?:\+|00)?86[- ]?)?(1[3-9]\d)([- ]?)(\d{4})\2(\d{4})(?![\d-]|[A-Za-z])/g;
const LANDLINE =
  /(?<![\w.+-])(?:\+86[- ]?)?\(?(0?(?:10|2\d|[3-9]\d{2}))\)?[- ]?([2-8]\d{6,7})(?:(?:-|转|ext\.? ?)\d{1,5})?(?![\w-])/g;
const INTERNATIONAL = /(?<![\w.])(?:\+|00)([1-9]\d{0,2})[- .]?((?:\(0?\d{1,4}\)[- .]?)?\d(?:[- .]?\d){5,12})(?![\w])/g;
const AMERICAN = /(?<![\w.+-])(?:1[- .])?\(?([2-9]\d{2})(?:\) ?|[- .])([2-9]\d{2})[- .](\d{4})(?![\w-])/g;
const LABELLED =
  /(?:手机号?码?|电话号?码?|联系方式|phone(?: number)?|mobile(?: number)?|call me (?:at|on))\s*(?:是|为|is|:|：)?\s*((?:\+ ?)?\d[\d -]{5,16}\d)(?![\w-])/giu;
const EMAIL =
  /(?<![A-Za-z0-9._%+@-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9@-])/g;
const HALF_EMAIL =
  /(?:邮箱|e-?mail(?: address)?)\s*(?:是|为|is|:|：)?\s*([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63})(?![\w.@-])/giu;

function phone(match: RegExpMatchArray, value: string, valid = true): Find {
  const from = match.index ?? 0;
  return { kind: "phone", from, to: from + match[0].length, value, valid };
}

const digitsOf = (text: string | undefined): string => (text ?? "").replace(/\D/g, "");

/** Numbers after a label that have no known form: kept, marked as not valid. */
function labelledPhones(plain: string): Find[] {
  return Array.from(plain.matchAll(LABELLED), (match) => {
    const [whole, number = ""] = match;
    const from = match.index + whole.length - number.length;
    return { kind: "phone", from, to: from + number.length, value: digitsOf(number), valid: false };
  });
}

/** Phone numbers as E.164: mobile and fixed lines of mainland China with or without +86, American ones, any with a country code. */
export const findPhones: Finder = (plain) => {
  const chinese = Array.from(plain.matchAll(MOBILE), (match) => phone(match, `+86${match[1]}${match[3]}${match[4]}`));
  const fixed = Array.from(plain.matchAll(LANDLINE), (match) => {
    const area = (match[1] ?? "").replace(/^0/, "");
    return match[0].includes("+86") || match[1]?.startsWith("0") ? [phone(match, `+86${area}${match[2]}`)] : [];
  }).flat();
  const american = Array.from(plain.matchAll(AMERICAN), (match) => phone(match, `+1${match[1]}${match[2]}${match[3]}`));
  const abroad = Array.from(plain.matchAll(INTERNATIONAL), (match) => {
    const number = `${match[1]}${digitsOf(match[2]?.replace("(0", "("))}`;
    return phone(match, `+${number}`, number.length >= 8 && number.length <= 15);
  });
  const known = [...chinese, ...fixed, ...american, ...abroad];
  const free = ({ from, to }: Find) => known.every((other) => to <= other.from || other.to <= from);
  return [...known, ...labelledPhones(plain).filter(free)];
};

/** E-mail addresses in lower case; not valid when dots stand where none may, or when the domain lacks its end. */
export const findEmails: Finder = (plain) => [
  ...Array.from(plain.matchAll(EMAIL), ({ 0: text, index }): Find => {
    const valid = !/\.\.|\.@|@-|-\./.test(text) && text.length <= 254;
    return { kind: "email", from: index, to: index + text.length, value: text.toLowerCase(), valid };
  }),
  ...Array.from(plain.matchAll(HALF_EMAIL), (match): Find => {
    const text = match[1] ?? "";
    const to = match.index + match[0].length;
    return { kind: "email", from: to - text.length, to, value: text.toLowerCase(), valid: false };
  }),
];
