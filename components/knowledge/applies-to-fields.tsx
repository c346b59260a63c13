"use client";

import { useLocale, useTranslations } from "next-intl";
import { type AppliesTo, DIMENSION_VALUES, type Dimension } from "@/lib/contracts/circumstances";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { REGIONS } from "@/lib/regions";
import { circumstanceName } from "@/lib/variant-label";
import { Checkbox } from "../ui/checkbox";
import { ChosenList } from "./chosen-list";

type AppliesToFieldsProps = { appliesTo: AppliesTo; onChange: (appliesTo: AppliesTo) => void };

const CHECKED = ["platform", "device", "tier"] as const satisfies readonly Dimension[];

/** Whom a variant is for: of each kind one of the ticked values has to hold; a kind with none ticked is for everybody. */
export function AppliesToFields({ appliesTo, onChange }: AppliesToFieldsProps) {
  const [t, words] = [useTranslations("knowledge.variants"), useTranslations("circumstances")];
  const locale = useLocale();
  const change = (dimension: Dimension, values: string[]) => {
    const { [dimension]: _before, ...others } = appliesTo;
    onChange(values.length > 0 ? { ...others, [dimension]: values } : others);
  };
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 className="font-semibold text-13">{t("appliesTo")}</h3>
        <p className="text-12 text-muted">{t("appliesToHint")}</p>
      </div>
      {CHECKED.map((dimension) => (
        <fieldset key={dimension}>
          <legend className="text-13 text-muted">{words(`dimension.${dimension}`)}</legend>
          <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
            {DIMENSION_VALUES[dimension].map((value) => {
              const chosen = appliesTo[dimension] ?? [];
              return (
                <Checkbox
                  key={value}
                  label={circumstanceName(dimension, value, locale, words)}
                  checked={chosen.includes(value)}
                  onChange={(event) =>
                    change(
                      dimension,
                      event.currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
                    )
                  }
                />
              );
            })}
          </div>
        </fieldset>
      ))}
      <RegionField regions={appliesTo.region ?? []} onChange={(regions) => change("region", regions)} />
    </div>
  );
}

function RegionField({ regions, onChange }: { regions: readonly string[]; onChange: (regions: string[]) => void }) {
  const [t, words] = [useTranslations("knowledge.variants"), useTranslations("circumstances")];
  const locale = useLocale();
  const own = isLocale(locale) ? locale : DEFAULT_LOCALE;
  return (
    <div className="sm:max-w-80">
      <ChosenList
        label={words("dimension.region")}
        placeholder={t("addRegion")}
        options={REGIONS.map(({ code, names }) => ({ value: code, label: names[own] }))}
        chosen={regions}
        onChange={onChange}
      />
    </div>
  );
}
