import type { Find, Finder } from "./finder";

/** A and at least four digits: how the shop numbers its orders. */
export const ORDER_NUMBER = /^A\d{4,12}$/;

const CODE = "[A-Za-z]{0,4}-?\\d[A-Za-z0-9-]{2,27}";
const STANDING_ALONE = new RegExp(`(?<![A-Za-z0-9_.@#/-])#?(${CODE})(?![A-Za-z0-9_@-]|\\.\\d)`, "g");
const ORDER_LABEL = new RegExp(
  `(?:订单(?:编)?号?码?|单号|order(?: (?:number|no\\.?|id))?)\\s*(?:是|为|is|:|：|#|-)?\\s*#?(${CODE})(?![A-Za-z0-9-])`,
  "giu",
);
const TRACKING_LABEL = new RegExp(
  `(?:快递单号|物流单号|运单号码?|运单|快递号|物流号|tracking(?: (?:number|no\\.?|id|code))?|waybill(?: number)?)\\s*(?:是|为|is|:|：|#)?\\s*(${CODE})(?![A-Za-z0-9-])`,
  "giu",
);

/** The forms of carriers' numbers that say by themselves what they are; some carry a check digit. */
const CARRIERS: readonly (readonly [RegExp, (code: string) => boolean])[] = [
  [/^SF\d{12,13}$/, () => true],
  [/^(?:JD|JDV|JDX|JDVA|JDVB)\d{10,15}$/, () => true],
  [/^(?:YT|ZT|STO|EM|DPK|JT)\d{10,15}$/, () => true],
  [/^[A-Z]{2}\d{9}[A-Z]{2}$/, isPostal],
  [/^1Z[0-9A-Z]{16}$/, isUps],
];

/** Check digit of the Universal Postal Union's S10. */
function isPostal(code: string): boolean {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(code[at + 2]), 0);
  const check = 11 - (sum % 11);
  return Number(code[10]) === (check === 10 ? 0 : check === 11 ? 5 : check);
}

/** Check digit of UPS: letters count as digits, every second one doubly. */
function isUps(code: string): boolean {
  const digits = [...code.slice(2)].map((letter) =>
    /\d/.test(letter) ? Number(letter) : (letter.charCodeAt(0) - 63) % 10,
  );
  const sum = digits.slice(0, -1).reduce((total, digit, at) => total + (at % 2 === 1 ? digit * 2 : digit), 0);
  return (10 - (sum % 10)) % 10 === digits.at(-1);
}

function found(kind: Find["kind"], match: RegExpMatchArray, valid: boolean, sure: boolean): Find {
  const code = match[1] ?? "";
  const to = (match.index ?? 0) + match[0].length;
  return { kind, from: to - code.length, to, value: code.toUpperCase(), valid, sure };
}

/** Order numbers by the shop's form wherever they stand; what a label calls one without that form is not valid. */
export const findOrderNumbers: Finder = (plain, { orderNumber = ORDER_NUMBER }) => {
  const fits = (code: string) => orderNumber.test(code.toUpperCase());
  const alone = Array.from(plain.matchAll(STANDING_ALONE)).filter(([, code = ""]) => fits(code));
  const labelled = Array.from(plain.matchAll(ORDER_LABEL)).filter(([, code = ""]) => carrierOf(code) === undefined);
  return [
    ...alone.map((match) => found("order_number", match, true, true)),
    ...labelled.map((match) => found("order_number", match, fits(match[1] ?? ""), true)),
  ];
};

function carrierOf(code: string): boolean | undefined {
  const upper = code.toUpperCase();
  return CARRIERS.find(([form]) => form.test(upper))?.[1](upper);
}

/** Parcel numbers by the carriers' forms (with their check digit where there is one), or after a label. */
export const findTrackingNumbers: Finder = (plain) => [
  ...Array.from(plain.matchAll(STANDING_ALONE)).flatMap((match) => {
    const valid = carrierOf(match[1] ?? "");
    return valid === undefined ? [] : [found("tracking_number", match, valid, valid)];
  }),
  ...Array.from(plain.matchAll(TRACKING_LABEL), (match) => {
    const code = match[1] ?? "";
    return found("tracking_number", match, carrierOf(code) ?? /^[A-Z0-9-]{8,30}$/i.test(code), true);
  }),
];
