"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
  onChange: (value: Texts) => void;
}

/** The same words in both languages, side by side. */
export function BothLanguages({ label, hint, value, rows = 1, limit, onChange }: BothLanguagesProps) {
  const t = useTranslations("actions.form");
  return (
    <fieldset>
      <legend className="pb-1 font-semibold text-13">{label}</legend>
      {hint ? <p className="pb-2 text-12 text-muted">{hint}</p> : null}
      <div className="grid gap-3 sm:grid-cols-2">
        {LOCALES.map((locale) => (
          <Field key={locale} label={t(locale)} required>
            {(control) => {
              const box = {
                ...control,
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
    </fieldset>
  );
}
