import { questionKey } from "@/lib/text/tokenise";

/** What staff said of single wordings: a label's number, or −1 when nothing answers it. By {@link settledKey}. */
export type Settled = ReadonlyMap<string, number>;

/** Nothing answers this wording. */
export const NOTHING = -1;

/** FNV-1a over UTF-16 units. */
function hash(text: string, basis: number): number {
  let value = basis;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Names a wording in 64 bits without telling it; equal but for case, width, punctuation and spaces is the same. */
export function settledKey(text: string): string {
  const key = questionKey(text);
  return `${hash(key, 0x811c9dc5).toString(36)}.${hash(key, 0x9747b28c).toString(36)}`;
}

/** @param labels every label in its place; of a label that is not among them nothing is kept. */
export function settle(decided: readonly { text: string; label: string | null }[], labels: readonly string[]): Settled {
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const settled = new Map<string, number>();
  for (const { text, label } of decided) {
    const number = label === null ? NOTHING : numbers.get(label);
    if (number !== undefined && questionKey(text) !== "") settled.set(settledKey(text), number);
  }
  return settled;
}
