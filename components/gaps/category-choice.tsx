import { useTranslations } from "next-intl";
import { useCategoryOptions } from "../knowledge/use-category-options";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

/** Where a new article would stand. */
export function CategoryChoice(props: { value: string | null; onChange: (categoryId: string | null) => void }) {
  const t = useTranslations("gaps.change");
  const categories = useCategoryOptions(t("noCategory"));
  return (
    <Field label={t("category")}>
      {(control) => (
        <Select
          {...control}
          className="!w-auto max-w-full self-start"
          value={props.value ?? ""}
          options={categories}
          onChange={(event) => props.onChange(event.currentTarget.value || null)}
        />
      )}
    </Field>
  );
}
