"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { calendarHoursSchema } from "@/lib/contracts/calendars";
import type { CalendarHours } from "@/lib/contracts/routing";
import { weekdayName } from "@/lib/opening-week";
import { useReader } from "../layout/console-context";
import { DayList } from "./day-list";
import { DaySpans, type Span } from "./day-spans";
import { SaveBar } from "./save-bar";
import { TimeZoneField } from "./time-zone-field";
import { useSave } from "./use-save";

/** Monday first, with the calendar's own keys. */
const WEEK = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, key: String(day % 7) as keyof CalendarHours["weekly"] }));

/** The first mistake of a calendar in words of messages/errors, null when it can be saved. */
function mistakeIn(hours: CalendarHours): string | null {
  const parsed = calendarHoursSchema.safeParse(hours);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? "invalid_input");
}

/** When people answer: every week, with closed days and extra working days. */
export function HoursForm({ initial }: { initial: CalendarHours }) {
  const t = useTranslations("settings.hours");
  const errors = useTranslations("errors");
  const { locale } = useReader();
  const client = useTRPCClient();
  const save = useSave();
  const [hours, setHours] = useState(initial);
  const [dirty, setDirty] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const change = (part: Partial<CalendarHours>) => {
    setHours((before) => ({ ...before, ...part }));
    setDirty(true);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = mistakeIn(hours);
    setMistake(found && (errors.has(found) ? errors(found) : errors("invalid_input")));
    if (found) return;
    await save.run(async () => {
      await client.settings.updateCalendar.mutate(hours);
      setDirty(false);
    });
  };
  return (
    <form onSubmit={submit} className="flex max-w-[680px] flex-col gap-8">
      <div className="max-w-[320px]">
        <TimeZoneField
          label={t("timeZone")}
          initial={hours.timeZone}
          onChange={(event) => change({ timeZone: event.target.value })}
        />
      </div>
      <fieldset>
        <legend className="pb-2 font-semibold text-16">{t("weekly")}</legend>
        <ul className="divide-y divide-line border-line border-y">
          {WEEK.map(({ day, key }) => (
            <li key={key} className="flex items-center gap-4 py-2 max-sm:flex-col max-sm:items-start max-sm:gap-1">
              <span className="w-12 shrink-0 font-semibold text-13">{weekdayName(day, locale)}</span>
              <DaySpans
                day={weekdayName(day, locale)}
                spans={hours.weekly[key]}
                onChange={(spans: Span[]) => change({ weekly: { ...hours.weekly, [key]: spans } })}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <DayList
        kind="closed"
        days={Object.fromEntries(hours.closedDays.map((date) => [date, []]))}
        onChange={(days) => change({ closedDays: Object.keys(days).sort() })}
      />
      <DayList kind="extra" days={hours.extraDays} onChange={(extraDays) => change({ extraDays })} />
      <SaveBar save={{ ...save, error: mistake ?? save.error }} dirty={dirty} />
    </form>
  );
}
