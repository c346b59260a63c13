"use client";

import { useTranslations } from "next-intl";
import { COMPANY_HUES } from "@/lib/contracts/settings";

/** The eight company colours as radio buttons with names; each shows itself. */
export function HuePicker({ label, initial }: { label: string; initial: number }) {
  const t = useTranslations("settings.hues");
  return (
    <fieldset>
      <legend className="pb-2 font-semibold text-13">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {COMPANY_HUES.map((hue) => (
          <label
            key={hue}
            className="flex min-h-8 items-center gap-2 rounded-control border border-line px-3 text-13 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft pointer-coarse:min-h-11"
            data-hue={hue}
          >
            <input type="radio" name="hue" value={hue} defaultChecked={hue === initial} className="accent-accent" />
            <span aria-hidden="true" className="size-3 rounded-full bg-accent" />
            {t(String(hue))}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
