"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/components/layout/trpc-client";
import { FilterBar } from "@/components/shared/filter-bar";
import { type DashboardInput, PERIODS } from "@/lib/contracts/analytics";
import { CHANNELS } from "@/lib/contracts/channels";
import { LOCALES } from "@/lib/i18n";

/** Period, comparison and what is counted; all in the address. The defaults stand there as nothing. */
export function DashboardFilters({ input }: { input: DashboardInput }) {
  const t = useTranslations("analytics");
  const locale = useLocale();
  const { data: groups = [] } = useQuery(useTRPC().routing.groups.queryOptions());
  const all = (label: string) => ({ value: "", label });
  const periods = PERIODS.map((value) => ({ value: value === "7d" ? "" : value, label: t(`filter.${value}`) }));
  return (
    <FilterBar
      fields={[
        {
          name: "period",
          label: t("filter.period"),
          value: input.period === "7d" ? "" : input.period,
          options: periods,
        },
        {
          name: "compare",
          label: t("filter.compare"),
          value: input.compare ? "" : "off",
          options: [all(t("filter.previous")), { value: "off", label: t("filter.none") }],
        },
        {
          name: "group",
          label: t("filter.group"),
          value: input.groupId ?? "",
          options: [
            all(t("filter.anyGroup")),
            ...groups.map(({ id, name }) => ({ value: id, label: name[locale] ?? Object.values(name)[0] ?? id })),
          ],
        },
        {
          name: "channel",
          label: t("filter.channel"),
          value: input.channel ?? "",
          options: [all(t("filter.anyChannel")), ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))],
        },
        {
          name: "language",
          label: t("filter.locale"),
          value: input.locale ?? "",
          options: [all(t("filter.anyLocale")), ...LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))],
        },
      ]}
    />
  );
}
