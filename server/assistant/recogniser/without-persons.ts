import type { FactKind } from "@/lib/contracts/understanding";
import type { Locale } from "@/lib/i18n";
import { factsIn } from "../facts/facts-in";

const PERSONAL = new Set<FactKind>(["email", "phone", "person", "address", "tracking_number", "order_number"]);

/** A customer's wording without the names, numbers and addresses in it: they are nobody else's question. */
export function withoutPersons(text: string, locale: Locale, now: Date): string {
  const personal = factsIn(text, { locale, now, timeZone: "UTC" }).filter(({ kind }) => PERSONAL.has(kind));
  return personal.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}
