"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { HttpCall } from "@/lib/contracts/actions";

type Headers = HttpCall["headers"];

export interface HeaderFieldsProps {
  value: Headers;
  /** The headers whose secret is stored. */
  secrets: readonly string[];
  onChange: (value: Headers) => void;
}

/** Headers of a call; a secret value is written and never shown again. */
export function HeaderFields({ value, secrets, onChange }: HeaderFieldsProps) {
  const t = useTranslations("actions.form");
  const keys = useRef(value.map((_, at) => at));
  const stored = new Set(secrets.map((name) => name.toLowerCase()));
  const hintOf = ({ name, sealed }: Headers[number]) =>
    sealed && name !== "" ? t(stored.has(name.toLowerCase()) ? "kept" : "secretMissing") : t("headerValue");
  const change = (position: number, changes: Partial<Headers[number]>) =>
    onChange(value.map((one, at) => (at === position ? { ...one, ...changes } : one)));
  const add = () => {
    keys.current = [...keys.current, Math.max(-1, ...keys.current) + 1];
    onChange([...value, { name: "", value: "", sealed: true }]);
  };
  const remove = (position: number) => {
    keys.current = keys.current.filter((_, at) => at !== position);
    onChange(value.filter((_, at) => at !== position));
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 font-semibold text-13">{t("headers")}</legend>
      {value.map((header, position) => (
        <div
          key={keys.current[position]}
          className="grid items-center gap-2 sm:grid-cols-[180px_minmax(0,1fr)_auto_auto]"
        >
          <Input
            aria-label={t("headerName")}
            placeholder={t("headerName")}
            value={header.name}
            maxLength={80}
            spellCheck={false}
            onChange={(event) => change(position, { name: event.target.value })}
          />
          <Input
            aria-label={t("headerValue")}
            type={header.sealed ? "password" : "text"}
            autoComplete="off"
            placeholder={hintOf(header)}
            value={header.value}
            maxLength={2000}
            onChange={(event) => change(position, { value: event.target.value })}
          />
          <Checkbox
            label={t("sealed")}
            checked={header.sealed}
            onChange={(event) => change(position, { sealed: event.target.checked, value: "" })}
          />
          <span>
            <Button size={28} onClick={() => remove(position)}>
              {t("remove")}
            </Button>
          </span>
        </div>
      ))}
      {value.length < 20 && (
        <div>
          <Button size={28} onClick={add}>
            {t("addHeader")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
