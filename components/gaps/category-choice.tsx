import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { flatCategories } from "../knowledge/category-moves";
import { useTRPC } from "../layout/trpc-client";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

const INDENT = "\u2003";

/** Where a new article would stand. */
export function CategoryChoice(props: { value: string | null; onChange: (categoryId: string | null) => void }) {
  const t = useTranslations("gaps.change");
  const locale = useLocale();
  const own = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const { data: tree = [] } = useQuery(useTRPC().knowledge.listCategories.queryOptions(own));
  const categories = flatCategories(tree).map(({ node, depth }) => ({
    value: node.id,
    label: INDENT.repeat(depth) + node.name,
  }));
  return (
    <Field label={t("category")}>
      {(control) => (
        <Select
          {...control}
          className="!w-auto max-w-full self-start"
          value={props.value ?? ""}
          options={[{ value: "", label: t("noCategory") }, ...categories]}
          onChange={(event) => props.onChange(event.currentTarget.value || null)}
        />
      )}
    </Field>
  );
}
