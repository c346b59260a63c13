import type { ActionOutline } from "@/lib/contracts/actions";
import { halfWidth } from "@/lib/text/half-width";
import { fitsPattern } from "@/lib/text/plain-pattern";
import { ORDER_NUMBER } from "../facts/find-numbers";

/** The message names a record, so it is about that record and not about how things are in general. */
const NAMES_RECORD = /(?<![A-Za-z0-9])[A-Za-z]{0,2}\d{4,}/g;

/** The numbers of records that a text names, in half-width letters. Pure. */
export const recordsIn = (text: string): string[] => halfWidth(text).match(NAMES_RECORD) ?? [];

/** What people put beside a number to say what it is, and asks nothing. */
const LABELS = /(?:我的)?(?:订单(?:编)?号?码?|单号)(?:是|为)?|\b(?:(?:my|the|it(?:'s| is)|is|order|number|no|id)\b)/giu;

/** The one record that a text names and says nothing else about; null for any other text. Pure. */
export function recordAlone(written: string): string | null {
  const text = halfWidth(written);
  const [record, another] = recordsIn(text);
  if (record === undefined || another !== undefined) return null;
  return /[\p{L}\p{N}]/u.test(text.replace(record, " ").replaceAll(LABELS, " ")) ? null : record;
}

/**
 * The action that a message of an order's number and nothing else asks for: the first that tells something of an order and
 * needs nothing but its number. Null for any other message; a number without a letter could be anything. Pure.
 */
export function actionOfRecord(written: string, usable: readonly ActionOutline[]): string | null {
  const record = recordAlone(written);
  const telling = usable.find(({ confirm, parameters }) => {
    const [needed, more] = parameters.filter(({ required }) => required);
    if (record === null || confirm || more || needed?.kind !== "order_number") return false;
    return needed.pattern ? fitsPattern(record, needed.pattern) : ORDER_NUMBER.test(record.toUpperCase());
  });
  return telling?.key ?? null;
}
