"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { type Draft, NEW_PARAMETER } from "./draft";
import { ParameterFields } from "./parameter-fields";

type Parameters = Draft["parameters"];

/** The facts an action asks for, in the order they are asked. */
export function ParameterList(props: { value: Parameters; fixed: boolean; onChange: (value: Parameters) => void }) {
  const { value, fixed, onChange } = props;
  const t = useTranslations("actions.form");
  // Rows have no identity of their own: names change while they are typed.
  const keys = useRef(value.map((_, at) => at));
  const add = () => {
    keys.current = [...keys.current, Math.max(-1, ...keys.current) + 1];
    onChange([...value, NEW_PARAMETER]);
  };
  const remove = (position: number) => {
    keys.current = keys.current.filter((_, at) => at !== position);
    onChange(value.filter((_, at) => at !== position));
  };
  return (
    <section className="flex flex-col gap-3">
      <header>
        <h2 className="font-semibold text-14">{t("parameters")}</h2>
        <p className="text-12 text-muted">{t("parametersHint")}</p>
      </header>
      {value.length === 0 && <p className="text-13 text-muted">{t("noParameters")}</p>}
      {value.map((parameter, position) => (
        <ParameterFields
          key={keys.current[position]}
          parameter={parameter}
          position={position + 1}
          fixed={fixed}
          onChange={(changes) => onChange(value.map((one, at) => (at === position ? { ...one, ...changes } : one)))}
          onRemove={() => remove(position)}
        />
      ))}
      {!fixed && value.length < 12 && (
        <div>
          <Button onClick={add}>{t("addParameter")}</Button>
        </div>
      )}
    </section>
  );
}
