"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { LOCALES, type Locale } from "@/lib/i18n";

type Texts = Record<Locale, string>;

export interface BothLanguagesProps {
  label: string;
  hint?: ReactNode;
  value: Texts;
  /** Lines of the boxes; 1 is a single line. */
  rows?: number;
  limit: number;
  /** Whether both may stay empty. */
  optional?: boolean;
  onChange: (value: Texts) => void;
}

/** The same words in both languages, side by side. */
export function BothLanguages(props: BothLanguagesProps) {
  const { label, hint, value, rows = 1, limit, optional = false, onChange } = props;
  const t = useTranslations("actions.form");
  const hintId = useId();
  return (
    <div className="flex flex-col gap-1">
      <div className="grid gap-3 sm:grid-cols-2">
        {LOCALES.map((locale) => (
          <Field key={locale} label={t("inLanguage", { label, language: t(locale) })} required={!optional}>
            {(control) => {
              const box = {
                ...control,
                "aria-describedby": hint ? hintId : undefined,
                lang: locale,
                maxLength: limit,
                value: value[locale],
                onChange: (event: { target: { value: string } }) =>
                  onChange({ ...value, [locale]: event.target.value }),
              };
              return rows === 1 ? <Input {...box} /> : <Textarea {...box} rows={rows} />;
            }}
          </Field>
        ))}
      </div>
      {hint ? (
        <p id={hintId} className="text-12 text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
