"use client";

import { useLocale, useTranslations } from "next-intl";
import { useReader } from "@/components/layout/console-context";
import { useNow } from "@/components/shared/use-now";
import type { Dashboard, Period } from "@/lib/contracts/analytics";
import { formatNumber } from "@/lib/format";
import { formatClock, formatWait } from "@/lib/time";
import { FigureTile } from "./figure-tile";

/** The queue with its longest wait, ticking. */
function QueueTile({ dashboard, period, freshness }: { dashboard: Dashboard; period: Period; freshness: string }) {
  const t = useTranslations("analytics");
  const locale = useLocale();
  const now = useNow();
  const { count, longestSince } = dashboard.now.queue;
  const seen = now ?? Date.parse(dashboard.range.to);
  const wait = longestSince ? t("longest", { time: formatWait(seen - Date.parse(longestSince)) }) : t("nobodyWaits");
  return (
    <FigureTile name="queue" period={period} value={formatNumber(count, locale)} sample={wait} freshness={freshness} />
  );
}

/** Figures of this moment: queue, people, open tickets. */
export function NowTiles({ dashboard, period, live }: { dashboard: Dashboard; period: Period; live: boolean }) {
  const t = useTranslations("analytics");
  const reader = useReader();
  const { now, range } = dashboard;
  const freshness = live ? t("live") : t("asOf", { time: formatClock(new Date(range.to), reader) });
  const inState = (state: string) => now.agents.filter((agent) => agent.state === state).length;
  return (
    <>
      <QueueTile dashboard={dashboard} period={period} freshness={freshness} />
      <FigureTile
        name="agents"
        period={period}
        value={formatNumber(inState("online"), reader.locale)}
        sample={t("agentStates", { busy: inState("busy"), away: inState("away") })}
        freshness={freshness}
      />
      <FigureTile
        name="openTickets"
        period={period}
        value={formatNumber(now.openTickets, reader.locale)}
        freshness={freshness}
      />
    </>
  );
}
