"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { JSON_TYPES, PARAMETER_KINDS } from "@/lib/contracts/actions";
import { BothLanguages } from "./both-languages";
import { type Change, type Draft, linesOf } from "./draft";

type Parameter = Draft["parameters"][number];

function choicesOf(text: string): Parameter["choices"] {
  return linesOf(text).map((line) => {
    const [value = "", zh, en] = line.split("=").map((part) => part.trim());
    return { value, labels: { zh: zh || value, en: en || zh || value } };
  });
}

function ChoiceField({ parameter, onChange }: { parameter: Parameter; onChange: Change<Parameter> }) {
  const t = useTranslations("actions.form");
  const lines = parameter.choices.map(({ value, labels }) => `${value} = ${labels.zh} = ${labels.en}`);
  const [text, setText] = useState(lines.join("\n"));
  return (
    <Field label={t("choices")} required>
      {(control) => (
        <Textarea
          {...control}
          rows={3}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange({ choices: choicesOf(event.target.value) });
          }}
        />
      )}
    </Field>
  );
}

export interface ParameterFieldsProps {
  parameter: Parameter;
  position: number;
  /** A built-in action's parameter: only its words can be changed. */
  fixed: boolean;
  onChange: Change<Parameter>;
  onRemove: () => void;
}

/** One fact an action asks for. */
export function ParameterFields({ parameter, position, fixed, onChange, onRemove }: ParameterFieldsProps) {
  const t = useTranslations("actions.form");
  return (
    <fieldset className="flex flex-col gap-3 border-line border-t pt-3">
      <legend className="sr-only">{t("position", { at: position })}</legend>
      {fixed ? null : <FormatFields parameter={parameter} onChange={onChange} />}
      {!fixed && parameter.kind === "choice" && <ChoiceField parameter={parameter} onChange={onChange} />}
      <BothLanguages label={t("label")} limit={60} value={parameter.label} onChange={(label) => onChange({ label })} />
      <BothLanguages
        label={t("question")}
        limit={300}
        value={parameter.question}
        onChange={(question) => onChange({ question })}
      />
      {fixed ? null : (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span className="flex flex-wrap gap-x-6 gap-y-2">
            <Checkbox
              label={t("required")}
              checked={parameter.required}
              onChange={(event) => onChange({ required: event.target.checked })}
            />
            {(parameter.kind === "email" || parameter.kind === "contact") && (
              <Checkbox
                label={t("prove")}
                checked={parameter.prove ?? false}
                onChange={(event) => onChange({ prove: event.target.checked })}
              />
            )}
          </span>
          <Button size={28} onClick={onRemove}>
            {t("remove")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function FormatFields({ parameter, onChange }: { parameter: Parameter; onChange: Change<Parameter> }) {
  const t = useTranslations("actions.form");
  const kinds = useTranslations("actions.kinds");
  const types = useTranslations("actions.types");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t("parameterName")} required>
        {(control) => (
          <Input
            {...control}
            value={parameter.name}
            maxLength={40}
            spellCheck={false}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("parameterKind")} required>
        {(control) => (
          <Select
            {...control}
            value={parameter.kind}
            options={PARAMETER_KINDS.map((value) => ({ value, label: kinds(value) }))}
            onChange={(event) => {
              const kind = PARAMETER_KINDS.find((one) => one === event.target.value);
              if (kind) onChange({ kind, choices: kind === "choice" ? parameter.choices : [] });
            }}
          />
        )}
      </Field>
      <Field label={t("parameterType")}>
        {(control) => (
          <Select
            {...control}
            value={parameter.type ?? ""}
            options={[
              { value: "", label: types("own") },
              ...JSON_TYPES.map((value) => ({ value, label: types(value) })),
            ]}
            onChange={(event) => onChange({ type: JSON_TYPES.find((one) => one === event.target.value) })}
          />
        )}
      </Field>
      <Field label={t("pattern")}>
        {(control) => (
          <Input
            {...control}
            value={parameter.pattern}
            maxLength={200}
            spellCheck={false}
            onChange={(event) => onChange({ pattern: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
