"use client";

import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/shared/data-table";
import { EmptyState } from "@/components/shared/empty-state";
import { Chip } from "@/components/ui/chip";
import type { NowFigures } from "@/lib/contracts/analytics";
import type { PresenceState } from "@/lib/contracts/routing";
import { formatNumber } from "@/lib/format";

const SHAPES = { online: "dot", busy: "dot-half", away: "dot-dashed", offline: "dot-empty" } as const;
const ORDER: readonly PresenceState[] = ["online", "busy", "away", "offline"];

/** Who serves now and how much each of them holds; those at work first. */
export function AgentsTable({ agents }: { agents: NowFigures["agents"] }) {
  const t = useTranslations("analytics.agents");
  const locale = useLocale();
  const rows = [...agents].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || new Intl.Collator(locale).compare(a.name, b.name),
  );
  return (
    <section>
      <h2 className="pb-2 font-semibold text-14">{t("title")}</h2>
      <DataTable
        caption={t("title")}
        columns={[
          { id: "name", header: t("name"), cell: ({ name }) => name },
          {
            id: "state",
            header: t("state"),
            cell: ({ state }) => (
              <Chip shape={SHAPES[state]} tone={state === "offline" ? "muted" : "plain"}>
                {t(`states.${state}`)}
              </Chip>
            ),
          },
          {
            id: "load",
            header: t("load"),
            numeric: true,
            phone: "aside",
            cell: ({ load, capacity }) =>
              capacity > 0
                ? `${formatNumber(load, locale)} / ${formatNumber(capacity, locale)}`
                : formatNumber(load, locale),
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("none")} body={t("noneBody")} flush />}
      />
    </section>
  );
}
