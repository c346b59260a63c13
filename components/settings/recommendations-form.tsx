"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Checkbox } from "@/components/ui/checkbox";
import { RECOMMENDATION_KINDS, RECOMMENDATION_PLACES, recommendationSettings } from "@/lib/contracts/recommendations";
import type { SettingsOf } from "@/lib/contracts/settings";
import { SaveBar } from "./save-bar";
import { useSaveForm } from "./use-save-form";

type RecommendationsFormProps = { value: SettingsOf<"recommendations">; version: number };

const GROUPS = [
  ["kinds", RECOMMENDATION_KINDS],
  ["places", RECOMMENDATION_PLACES],
] as const;

/** What is recommended to customers, and where. */
export function RecommendationsForm({ value, version }: RecommendationsFormProps) {
  const t = useTranslations("recommendations.settings");
  const client = useTRPCClient();
  const { save, dirty, form } = useSaveForm(async (fields) => {
    const names = GROUPS.flatMap(([, all]) => [...all]);
    const chosen = recommendationSettings.parse(Object.fromEntries(names.map((name) => [name, fields.has(name)])));
    await client.settings.update.mutate({ subject: "recommendations", version, value: chosen });
  });
  return (
    <form {...form} className="mt-10 flex max-w-measure flex-col gap-4">
      <div>
        <h2 className="mb-1 font-semibold text-16">{t("title")}</h2>
        <p className="text-muted">{t("description")}</p>
      </div>
      {GROUPS.map(([group, names]) => (
        <fieldset key={group}>
          <legend className="mb-1 font-semibold text-13">{t(group)}</legend>
          <div className="flex flex-col gap-1">
            {names.map((name) => (
              <Checkbox key={name} name={name} label={t(name)} defaultChecked={value[name]} />
            ))}
          </div>
        </fieldset>
      ))}
      <SaveBar save={save} dirty={dirty} />
    </form>
  );
}
