import type { Fact, FactKind, Money } from "@/lib/contracts/understanding";
import { toSimplified } from "@/lib/text/chinese-script";
import { type AlignedText, alignText } from "./aligned-text";
import { findAddresses } from "./find-addresses";
import { findAmounts } from "./find-amounts";
import { findEmails, findPhones } from "./find-contacts";
import { findDates } from "./find-dates";
import { findOrderNumbers, findTrackingNumbers } from "./find-numbers";
import { findPeople } from "./find-people";
import { findProducts } from "./find-products";
import type { FactContext, Find } from "./finder";
import { maskFact } from "./mask-fact";

const FINDERS = [
  findEmails,
  findProducts,
  findOrderNumbers,
  findTrackingNumbers,
  findPhones,
  findAddresses,
  findDates,
  findAmounts,
  findPeople,
];
/** Where two finds share letters the kind named first wins, unless only the other one is sure or valid. */
const RANK: readonly FactKind[] = [
  "email",
  "tracking_number",
  "order_number",
  "product",
  "phone",
  "address",
  "date",
  "amount",
  "person",
];
const MOST = 50;

/** A fact's value as one text, for equality and storage: amounts read `199.00 CNY`. */
export function factKey(value: string | Money): string {
  return typeof value === "string" ? value : `${value.amount.toFixed(2)} ${value.currency}`;
}

const merit = (find: Find) =>
  (find.sure ? 0 : 100) + (find.valid ? 0 : 50) + RANK.indexOf(find.kind) - Math.min(find.to - find.from, 40) / 1000;

function withoutOverlaps(finds: readonly Find[]): Find[] {
  const kept: Find[] = [];
  for (const find of [...finds].sort((a, b) => merit(a) - merit(b))) {
    if (kept.every(({ from, to }) => find.to <= from || to <= find.from)) kept.push(find);
    if (kept.length >= MOST) break;
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Names and addresses keep the characters they were written in; everything is read in simplified ones. */
function asWritten(find: Find, plain: string): Find {
  if (find.kind !== "person" && find.kind !== "address") return find;
  const written = plain.slice(find.from, find.to);
  return {
    ...find,
    value: /\p{Script=Han}/u.test(written) ? written.replace(/\s+/g, "") : written.replace(/\s+/g, " "),
  };
}

function factOf(aligned: AlignedText, { kind, from, to, value, valid }: Find): Fact {
  const start = aligned.startOf(from);
  const end = aligned.endOf(to);
  const located = { text: aligned.original.slice(start, end), start, end, valid };
  if (typeof value !== "string") return { ...located, kind: "amount", value, masked: factKey(value) };
  if (kind === "amount") throw new Error("An amount is a number");
  return { ...located, kind, value, masked: maskFact(kind, value) };
}

/**
 * What a message tells: numbers, addresses, days, sums, products and names, in the order they stand, none overlapping,
 * at most 50. Full-width and half-width, traditional and simplified read
 * the same; offsets are those of the original. Any text, never throws.
 */
export function factsIn(text: string, context: FactContext): Fact[] {
  const aligned = alignText(text);
  const plain = toSimplified(aligned.plain);
  const finds = FINDERS.flatMap((find) => find(plain, context)).map((find) => asWritten(find, aligned.plain));
  return withoutOverlaps(finds).map((find) => factOf(aligned, find));
}
