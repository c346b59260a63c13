import type { Locale } from "@/lib/i18n";
import { factKey, factsIn } from "./facts-in";

/** A text with every contact, name and address in it masked as on the handoff card; what is nobody's secret stays as written. */
export function maskFacts(text: string, locale: Locale, now: Date): string {
  return factsIn(text, { locale, now, timeZone: "UTC" })
    .filter(({ value, masked }) => masked !== factKey(value))
    .reduceRight((rest, { start, end, masked }) => `${rest.slice(0, start)}${masked}${rest.slice(end)}`, text);
}
