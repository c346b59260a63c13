import type { FactKind } from "@/lib/contracts/understanding";
import { factsIn } from "@/server/assistant/facts/facts-in";
import type { FactContext } from "@/server/assistant/facts/finder";

const PERSONAL = new Set<FactKind>(["email", "phone", "person", "address", "tracking_number", "order_number"]);
/** Six digits and more, however grouped, are somebody's number: of a card, an identity, a code. */
const LONG_NUMBER = /\p{N}(?:[ \-·.]?\p{N}){5,}/gu;
/** What stands for a personal fact. */
export const MASK = "…";

/** Where and of whom a text was written. */
export type Written = FactContext & {
  /** Names and values that are known of the customer, wherever they stand. */
  known: readonly string[];
  /** The company's own addresses and numbers: nobody's secret. */
  own: readonly string[];
};

const KNOWN_LENGTH = 2;

/** An address or number however it is grouped. */
const bare = (value: string) => value.toLowerCase().replace(/[\s\-·.()]/g, "");

function withoutKnown(text: string, known: readonly string[]): string {
  const values = known.filter((value) => value.trim().length >= KNOWN_LENGTH);
  return values.reduce((rest, value) => rest.replaceAll(value, MASK), text);
}

/** The runs of 4,000 characters that facts are read in; cut between lines where there are any. */
function parts(text: string): string[] {
  return text.match(/[\s\S]{1,3900}(?:\n|$)|[\s\S]{1,3900}/g) ?? [];
}

/**
 * A text in which every name, number and address of a person is an ellipsis: those that are recognised as such, those
 * that are known of the customer, and every number of six digits and more. Pure.
 */
export function maskText(text: string, written: Written): string {
  const own = new Set(written.own.map(bare));
  const masked = parts(withoutKnown(text, written.known)).map((part) =>
    factsIn(part, written)
      .filter(({ kind, text: found }) => PERSONAL.has(kind) && !own.has(bare(found)))
      .reduceRight((rest, { start, end }) => `${rest.slice(0, start)}${MASK}${rest.slice(end)}`, part),
  );
  return masked.join("").replace(LONG_NUMBER, (number) => (own.has(bare(number)) ? number : MASK));
}
