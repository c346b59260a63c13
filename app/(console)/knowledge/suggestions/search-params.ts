import type { GapListFilters } from "@/components/gaps/gap-types";
import { SHOWN_GAP_STATES } from "@/lib/contracts/gaps";
import { LOCALES } from "@/lib/i18n";
import type { RawParams } from "../search-params";

/** What the address of the suggestions asks for; anything unknown counts as absent. */
export function gapListParams({ state, lang }: RawParams): GapListFilters {
  return {
    state: SHOWN_GAP_STATES.find((known) => known === state) ?? "open",
    locale: LOCALES.find((known) => known === lang),
  };
}
