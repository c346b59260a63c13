"use client";

import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/shared/filter-bar";
import { CASE_FILTERS, type ListCasesInput } from "@/lib/contracts/evaluation";
import { LOCALES } from "@/lib/i18n";

/** Language, outcome and words; all in the address. */
export function CaseFilters({ filter }: { filter: ListCasesInput }) {
  const t = useTranslations("quality");
  return (
    <FilterBar
      fields={[
        {
          name: "outcome",
          label: t("cases.outcome"),
          value: filter.outcome ?? "",
          options: [
            { value: "", label: t("cases.anyOutcome") },
            ...CASE_FILTERS.map((value) => ({ value, label: t(`outcome.${value}`) })),
          ],
        },
        {
          name: "lang",
          label: t("cases.language"),
          value: filter.locale ?? "",
          options: [
            { value: "", label: t("cases.anyLanguage") },
            ...LOCALES.map((value) => ({ value, label: t(`language.${value}`) })),
          ],
        },
        { name: "text", label: t("cases.search"), value: filter.text ?? "" },
      ]}
    />
  );
}
