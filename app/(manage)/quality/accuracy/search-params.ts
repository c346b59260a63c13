import { CASE_FILTERS, type ListCasesInput } from "@/lib/contracts/evaluation";
import { isLocale } from "@/lib/i18n";
import { isStorable } from "@/lib/text/storable";

export type RawParams = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() || undefined;

/** Which cases an address asks for; anything unknown counts as absent. */
export function caseParams(params: RawParams): ListCasesInput {
  const [locale, outcome, text] = [first(params.lang), first(params.outcome), first(params.text)];
  return {
    locale: isLocale(locale) ? locale : undefined,
    outcome: CASE_FILTERS.find((known) => known === outcome),
    text: text && isStorable(text) ? text.slice(0, 200) : undefined,
  };
}
