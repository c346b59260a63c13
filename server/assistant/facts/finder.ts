import type { FactKind, Money } from "@/lib/contracts/understanding";
import type { Locale } from "@/lib/i18n";

/** A product of the shop and every name customers may use for it. */
export type CatalogueEntry = { id: string; names: readonly string[] };

export type FactContext = {
  locale: Locale;
  /** The instant the message was written, and the zone whose days "today" and "last Wednesday" mean. */
  now: Date;
  timeZone: string;
  products?: readonly CatalogueEntry[];
  /** The form of the shop's order numbers, tested against upper case. */
  orderNumber?: RegExp;
};

/** A find in half-width text, `[from, to)`. `sure` beats what only looks alike: a label said what it is. */
export type Find = { kind: FactKind; from: number; to: number; value: string | Money; valid: boolean; sure?: boolean };

export type Finder = (plain: string, context: FactContext) => Find[];
