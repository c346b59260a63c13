"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import {
  CASE_NOTE_LIMIT,
  CASE_TEXT_LIMIT,
  EARLIER_LIMIT,
  EXPECTATIONS,
  type Expectation,
  type GoldenCase,
} from "@/lib/contracts/evaluation";
import { LOCALES, type Locale } from "@/lib/i18n";

interface CaseFieldsProps {
  edited: GoldenCase | null;
  locale: Locale;
  onLocale: (locale: Locale) => void;
  expected: Expectation;
  onExpected: (expected: Expectation) => void;
  refusal: "question" | "earlier" | "articles" | null;
  /** Which articles are right, below the expectation. */
  children: ReactNode;
}

/** The fields of a case, in the order in which it is thought up. */
export function CaseFields({ edited, locale, onLocale, expected, onExpected, refusal, children }: CaseFieldsProps) {
  const t = useTranslations("quality");
  const found = <Value extends string>(values: readonly Value[], value: string) =>
    values.find((known) => known === value);
  return (
    <>
      <Field
        label={t("case.question")}
        error={refusal === "question" ? t("case.refusal.question", { count: CASE_TEXT_LIMIT }) : undefined}
        required
      >
        {(control) => <Textarea {...control} name="question" lang={locale} rows={2} defaultValue={edited?.question} />}
      </Field>
      <Field
        label={t("case.earlier")}
        hint={t("case.earlierHint")}
        error={refusal === "earlier" ? t("case.refusal.earlier", { count: EARLIER_LIMIT }) : undefined}
      >
        {(control) => (
          <Textarea {...control} name="earlier" lang={locale} rows={1} defaultValue={edited?.earlier.join("\n")} />
        )}
      </Field>
      <Field label={t("case.language")} required>
        {(control) => (
          <Select
            {...control}
            value={locale}
            options={LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))}
            onChange={({ target }) => onLocale(found(LOCALES, target.value) ?? locale)}
          />
        )}
      </Field>
      <Field label={t("case.expected")} required>
        {(control) => (
          <Select
            {...control}
            value={expected}
            options={EXPECTATIONS.map((value) => ({ value, label: t(`expected.${value}`) }))}
            onChange={({ target }) => onExpected(found(EXPECTATIONS, target.value) ?? expected)}
          />
        )}
      </Field>
      {children}
      <Field label={t("case.note")} optionalLabel={t("case.optional")}>
        {(control) => <Input {...control} name="note" maxLength={CASE_NOTE_LIMIT} defaultValue={edited?.note} />}
      </Field>
    </>
  );
}
