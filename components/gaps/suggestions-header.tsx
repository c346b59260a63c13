import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { SHOWN_GAP_STATES } from "@/lib/contracts/gaps";
import { LOCALES, type Locale } from "@/lib/i18n";
import { FilterBar } from "../shared/filter-bar";
import type { GapListFilters } from "./gap-types";

/** The title of the page, and which suggestions are shown. */
export function SuggestionsHeader({ filters }: { filters: GapListFilters }) {
  const t = useTranslations("gaps");
  const knowledge = useTranslations("knowledge");
  const own = useLocale();
  const locales: Locale[] = LOCALES.toSorted((one, other) => Number(other === own) - Number(one === own));
  return (
    <header className="shrink-0 px-4 pt-4 md:px-6">
      <div className="mb-1 text-13 text-muted">
        <Link href="/knowledge" className="hover:underline">
          {knowledge("back")}
        </Link>
      </div>
      <h1 className="font-semibold text-20">{t("title")}</h1>
      <p className="mt-1 mb-3 text-13 text-muted">{t("hint")}</p>
      <FilterBar
        fields={[
          {
            name: "state",
            label: t("filter.state"),
            value: filters.state === "open" ? "" : filters.state,
            options: SHOWN_GAP_STATES.map((state) => ({
              value: state === "open" ? "" : state,
              label: t(`state.${state}`),
            })),
          },
          {
            name: "lang",
            label: t("filter.language"),
            value: filters.locale ?? "",
            options: [
              { value: "", label: t("filter.allLanguages") },
              ...locales.map((value) => ({ value, label: knowledge(`language.${value}`) })),
            ],
          },
        ]}
      />
    </header>
  );
}
