"use client";

import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { TimeInput } from "./time-input";

export type Span = { from: number; to: number };

const NINE_TO_SIX: Span = { from: 9 * 60, to: 18 * 60 };
/** Spans have no identity but their place in the day. */
const PLACES = ["first", "second", "third", "fourth"];

/** The working hours of one day; none means closed. */
export function DaySpans({
  day,
  spans,
  onChange,
}: {
  day: string;
  spans: readonly Span[];
  onChange: (spans: Span[]) => void;
}) {
  const t = useTranslations("settings.hours");
  const replace = (at: number, change: Partial<Span>) =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...change } : span)));
  const after = spans.at(-1);
  const next = after ? { from: Math.min(after.to + 60, 1380), to: 1440 } : NINE_TO_SIX;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:w-full">
      {spans.length === 0 && <span className="text-13 text-muted">{t("closed")}</span>}
      {spans.map((span, at) => (
        <span key={PLACES[at]} className="flex flex-wrap items-center gap-1 max-sm:w-full">
          <TimeInput label={t("from", { day })} minutes={span.from} onChange={(from) => replace(at, { from })} />
          <span aria-hidden="true">–</span>
          <TimeInput label={t("to", { day })} minutes={span.to} end onChange={(to) => replace(at, { to })} />
          <IconButton
            icon={Minus}
            label={t("remove", { day })}
            variant="quiet"
            onClick={() => onChange(spans.filter((_, index) => index !== at))}
          />
        </span>
      ))}
      {spans.length < PLACES.length && (
        <Button size={28} variant="quiet" aria-label={t("add", { day })} onClick={() => onChange([...spans, next])}>
          <Plus size={16} strokeWidth={1.75} aria-hidden />
          {t("addShort")}
        </Button>
      )}
    </div>
  );
}
