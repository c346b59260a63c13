"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { PRODUCT_MOMENTS } from "@/lib/contracts/recommendations";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { useTRPC } from "../layout/trpc-client";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import type { ArticleFacts } from "./article-desk";
import { ChosenList } from "./chosen-list";
import type { EditableArticle } from "./knowledge-types";

type ProductFieldsProps = {
  article: EditableArticle;
  onChange: (facts: ArticleFacts) => Promise<string | null>;
};

/** Which products an article is about and when it helps: recommended to who bought one. Absent while there are no products. */
export function ProductFields({ article, onChange }: ProductFieldsProps) {
  const t = useTranslations("knowledge.products");
  const locale = useLocale();
  const own = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const { data = [] } = useQuery(useTRPC().knowledge.products.queryOptions());
  if (data.length === 0 || article.variantOf !== null) return null;
  const { products, moment } = article;
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-[1.4fr_1fr]">
      <ChosenList
        label={t("title")}
        hint={t("hint")}
        placeholder={t("add")}
        options={data.map(({ sku, names }) => ({ value: sku, label: names[own] }))}
        chosen={products}
        onChange={(next) => void onChange({ products: next })}
      />
      {products.length > 0 && (
        <Field label={t("moment")}>
          {(control) => (
            <Select
              {...control}
              value={moment}
              options={PRODUCT_MOMENTS.map((value) => ({ value, label: t(`moments.${value}`) }))}
              onChange={(event) => {
                const next = PRODUCT_MOMENTS.find((known) => known === event.currentTarget.value);
                void onChange({ moment: next });
              }}
            />
          )}
        </Field>
      )}
    </div>
  );
}
