"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AUDIENCES, slugSchema } from "@/lib/contracts/knowledge";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import type { ArticleFacts } from "./article-desk";
import type { EditableArticle } from "./knowledge-types";
import { useCategoryOptions } from "./use-category-options";
import { useErrorWords } from "./use-error-words";

type ArticleFactsFieldsProps = {
  article: EditableArticle;
  /** Answers the code of a refusal, else null. */
  onChange: (facts: ArticleFacts) => Promise<string | null>;
};

/**
 * Category, readers and address: the same in every language, in force as soon as they are saved. A variant has only an
 * address of its own.
 */
export function ArticleFactsFields({ article, onChange }: ArticleFactsFieldsProps) {
  const address = <AddressField key={article.slug} slug={article.slug} onChange={(slug) => onChange({ slug })} />;
  if (article.variantOf !== null) return address;
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-[1fr_1fr_1.4fr]">
      <PlaceFields article={article} onChange={onChange} />
      {address}
    </div>
  );
}

function PlaceFields({ article, onChange }: ArticleFactsFieldsProps) {
  const t = useTranslations("knowledge");
  const categories = useCategoryOptions(t("list.noCategory"));
  return (
    <>
      <Field label={t("field.category")}>
        {(control) => (
          <Select
            {...control}
            value={article.categoryId ?? ""}
            options={categories}
            onChange={(event) => void onChange({ categoryId: event.currentTarget.value || null })}
          />
        )}
      </Field>
      <Field label={t("field.audience")}>
        {(control) => (
          <Select
            {...control}
            value={article.audience}
            options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
            onChange={(event) => {
              const audience = AUDIENCES.find((known) => known === event.currentTarget.value);
              void onChange({ audience });
            }}
          />
        )}
      </Field>
    </>
  );
}

type AddressFieldProps = { slug: string; onChange: (slug: string) => Promise<string | null> };

function AddressField({ slug, onChange }: AddressFieldProps) {
  const t = useTranslations("knowledge");
  const words = useErrorWords();
  const [error, setError] = useState<string | null>(null);
  async function store(value: string): Promise<void> {
    setError(null);
    if (value === slug) return;
    if (!slugSchema.safeParse(value).success) return setError(t("slugHint"));
    const code = await onChange(value);
    if (code) setError(words(code));
  }
  return (
    <Field label={t("field.slug")} error={error}>
      {(control) => (
        <Input
          {...control}
          defaultValue={slug}
          autoCapitalize="off"
          spellCheck={false}
          onBlur={(event) => void store(event.target.value.trim())}
        />
      )}
    </Field>
  );
}
