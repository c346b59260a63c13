"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { DaySpans, type Span } from "./day-spans";

const FULL_DAY: Span = { from: 9 * 60, to: 18 * 60 };

type Days = Record<string, Span[]>;

/** Single dates that differ from the week: closed ones, or extra ones with their own hours. */
export function DayList({
  kind,
  days,
  onChange,
}: {
  kind: "closed" | "extra";
  days: Days;
  onChange: (days: Days) => void;
}) {
  const t = useTranslations("settings.hours");
  const input = useRef<HTMLInputElement>(null);
  const dates = Object.keys(days).sort();
  const add = () => {
    const date = input.current?.value;
    if (date) onChange({ ...days, [date]: kind === "extra" ? [FULL_DAY] : [] });
    if (input.current) input.current.value = "";
  };
  const without = (date: string) => Object.fromEntries(Object.entries(days).filter(([known]) => known !== date));
  return (
    <fieldset>
      <legend className="font-semibold text-16">{t(`${kind}Days`)}</legend>
      <p className="pb-2 text-12 text-muted">{t(`${kind}Hint`)}</p>
      <ul className="divide-y divide-line border-line border-y">
        {dates.length === 0 && <li className="py-2 text-13 text-muted">{t("noDays")}</li>}
        {dates.map((date) => (
          <li key={date} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1">
            <span className="w-24 text-13 tabular-nums">{date}</span>
            {kind === "extra" && (
              <DaySpans
                day={date}
                spans={days[date] ?? []}
                onChange={(spans) => onChange({ ...days, [date]: spans })}
              />
            )}
            <IconButton icon={X} label={t("removeDay", { date })} onClick={() => onChange(without(date))} />
          </li>
        ))}
      </ul>
      <div className="flex gap-2 pt-2">
        <span className="w-40">
          <Input ref={input} type="date" aria-label={`${t(`${kind}Days`)}: ${t("date")}`} />
        </span>
        <Button onClick={add}>{t("addDay")}</Button>
      </div>
    </fieldset>
  );
}
