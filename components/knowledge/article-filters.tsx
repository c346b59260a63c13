import { useLocale, useTranslations } from "next-intl";
import { VERSION_STATES } from "@/lib/contracts/knowledge";
import { LOCALES } from "@/lib/i18n";
import { FilterBar } from "../shared/filter-bar";
import type { ArticleListFilters } from "./article-list";

const STATES = VERSION_STATES.filter((state) => state !== "in_review");

type Props = { filters: ArticleListFilters; mayWrite: boolean };

/** Search, state and language; the category is kept. Who may not write sees one state only. */
export function ArticleFilters({ filters: { text, state, locale, categoryId }, mayWrite }: Props) {
  const t = useTranslations("knowledge");
  const own = useLocale();
  return (
    <FilterBar
      keep={categoryId ? { category: categoryId } : {}}
      fields={[
        { name: "text", label: t("list.search"), value: text ?? "" },
        ...(mayWrite
          ? [
              {
                name: "state",
                label: t("list.state"),
                value: state ?? "",
                options: [
                  { value: "", label: t("list.anyState") },
                  ...STATES.map((value) => ({ value, label: t(`filter.${value}`) })),
                ],
              },
            ]
          : []),
        {
          name: "lang",
          label: t("list.language"),
          value: locale === own ? "" : locale,
          options: LOCALES.map((value) => ({ value: value === own ? "" : value, label: t(`language.${value}`) })).sort(
            (a, b) => a.value.length - b.value.length,
          ),
        },
      ]}
    />
  );
}
