"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { weekdayName } from "@/lib/opening-week";
import { TimeInput } from "./time-input";

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];

/** The company's name and the same hours on chosen days; the values are form fields named as in lib/contracts/setup. */
export function CompanyFields({ locale }: { locale: string }) {
  const t = useTranslations("setup.company");
  const [from, setFrom] = useState(9 * 60);
  const [to, setTo] = useState(18 * 60);
  return (
    <>
      <Field label={t("name")} hint={t("nameHint")} required>
        {(control) => <Input {...control} name="companyName" maxLength={80} controlSize={40} />}
      </Field>
      <fieldset>
        <legend className="pb-1 font-semibold text-13">{t("days")}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {WEEK.map((day) => (
            <Checkbox
              key={day}
              name="days"
              value={day % 7}
              defaultChecked={WORKDAYS.includes(day)}
              label={weekdayName(day, locale)}
            />
          ))}
        </div>
      </fieldset>
      <div className="flex items-center gap-2">
        <TimeInput label={t("from")} minutes={from} onChange={setFrom} />
        <span aria-hidden="true">–</span>
        <TimeInput label={t("to")} minutes={to} end onChange={setTo} />
      </div>
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <p className="text-12 text-muted">{t("hint")}</p>
    </>
  );
}
