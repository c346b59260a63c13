"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

/** One detail being edited; `key` keeps the row's place while its name is typed. */
export type AttributeRow = { key: number; name: string; value: string };

/** Details as rows, in their order. */
export function rowsOf(attributes: Record<string, string>): AttributeRow[] {
  return Object.entries(attributes).map(([name, value], key) => ({ key, name, value }));
}

/** The key of the first row whose name stands above it already; null when every name is its own. */
export function repeatedName(rows: readonly AttributeRow[]): number | null {
  const names = rows.map(({ name }) => name.trim());
  return rows.find((_, index) => names[index] !== "" && names.indexOf(names[index] ?? "") < index)?.key ?? null;
}

export interface AttributeRowsProps {
  rows: readonly AttributeRow[];
  onChange: (rows: AttributeRow[]) => void;
}

/** Names and values to edit, add and remove. */
export function AttributeRows({ rows, onChange }: AttributeRowsProps) {
  const t = useTranslations("customers.edit");
  const repeated = repeatedName(rows);
  const set = (key: number, change: Partial<AttributeRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const add = () => onChange([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, name: "", value: "" }]);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 font-semibold text-13">{t("attributes")}</legend>
      {rows.map(({ key, name, value }) => (
        <div key={key} className="flex flex-wrap items-center gap-2">
          <Input
            aria-label={t("attributeName")}
            aria-invalid={repeated === key || undefined}
            value={name}
            maxLength={40}
            className="min-w-0 flex-1"
            onChange={(event) => set(key, { name: event.currentTarget.value })}
          />
          <Input
            aria-label={t("attributeValue")}
            value={value}
            maxLength={200}
            className="min-w-0 flex-1"
            onChange={(event) => set(key, { value: event.currentTarget.value })}
          />
          <IconButton
            icon={X}
            label={name ? t("remove", { name }) : t("removeEmpty")}
            onClick={() => onChange(rows.filter((row) => row.key !== key))}
          />
          {repeated === key ? <p className="w-full text-13 text-danger">{t("sameName")}</p> : null}
        </div>
      ))}
      <Button className="self-start" onClick={add}>
        {t("add")}
      </Button>
    </fieldset>
  );
}
