import { maskEmail } from "@/lib/contact";
import type { FactKind } from "@/lib/contracts/understanding";
import { maskPhone } from "@/lib/format";

/** The smallest place of an address that names nobody's door. */
const AREA = /^(?:.{0,20}?(?:自治区|省|市)(?:.{1,8}?(?:市|区|县|旗))?|.{2,6}?[区县])/u;

/** A number abroad keeps its country code (at most two digits of it) and its last four digits. */
function maskNumber(phone: string): string {
  const home = /^\+86(\d+)$/.exec(phone)?.[1];
  if (home !== undefined || !phone.startsWith("+")) return maskPhone(home ?? phone);
  return `${phone.slice(0, phone.startsWith("+1") || phone.startsWith("+7") ? 2 : 3)}****${phone.slice(-4)}`;
}

function maskName(name: string): string {
  const [first = ""] = [...name];
  const titled = /(?:先生|女士|小姐|太太|老师|经理)$/u.exec(name)?.[0];
  if (titled) return `${first}${titled}`;
  return /\p{Script=Han}/u.test(name) ? `${first}${"*".repeat(Math.max(1, [...name].length - 1))}` : `${first}***`;
}

function maskAddress(address: string): string {
  const area = AREA.exec(address)?.[0];
  if (area) return `${area}****`;
  if (/\p{Script=Han}/u.test(address)) return `${[...address].slice(0, 2).join("")}****`;
  const town = address.split(/,\s*/).slice(1).at(-1)?.replace(/\d/g, "*");
  return town ? `****, ${town}` : "****";
}

/**
 * What of a value may be seen by those who need not know it all: `138****5678`, `li***@example.com`, `王*`,
 * `上海市浦东新区****`. Order numbers, dates, amounts and products are nobody's secret and stay.
 */
export function maskFact(kind: FactKind, value: string): string {
  switch (kind) {
    case "phone":
      return maskNumber(value);
    case "email":
      return maskEmail(value);
    case "person":
      return maskName(value);
    case "address":
      return maskAddress(value);
    case "tracking_number":
      return value.length > 8 ? `${value.slice(0, 2)}****${value.slice(-4)}` : "****";
    default:
      return value;
  }
}
