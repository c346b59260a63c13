"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/shared/empty-state";
import { ErrorState } from "@/components/shared/error-state";
import { PageHeader } from "@/components/shared/page-header";
import { Button, buttonStyles } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Dashboard as DashboardData, DashboardInput } from "@/lib/contracts/analytics";
import { AccuracyTile } from "./accuracy-tile";
import { AgentsTable } from "./agents-table";
import { DashboardCharts, dayLabel } from "./dashboard-charts";
import { DashboardFilters } from "./dashboard-filters";
import { NowTiles } from "./now-tiles";
import { CountTile, DurationTile, ShareTile } from "./period-tiles";
import { UnansweredTable } from "./unanswered-table";
import { useDashboard } from "./use-dashboard";

/** The manager's ten minutes: this moment, the period's figures, two charts, and what to do about them. Live. */
export function Dashboard({ input }: { input: DashboardInput }) {
  const t = useTranslations("analytics");
  const { data, error, refetch, live } = useDashboard(input);
  if (error && !data) {
    const retry = <Button onClick={() => void refetch()}>{t("retry")}</Button>;
    return <ErrorState title={t("failed")} action={retry} flush />;
  }
  return (
    <>
      <PageHeader title={t("title")} description={data ? t("description", { zone: data.timeZone }) : undefined} />
      <DashboardFilters input={input} />
      {data ? <Figures dashboard={data} input={input} live={live} /> : <TilesSkeleton />}
    </>
  );
}

function Tiles({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-line border-t pt-4">
      <div className="flex items-baseline justify-between gap-4 pb-3">
        <h2 className="font-semibold text-14">{title}</h2>
        {action}
      </div>
      <div className="grid grid-cols-2 gap-x-6 gap-y-6 md:grid-cols-3 xl:grid-cols-4">{children}</div>
    </section>
  );
}

/** How well the assistant knows its subject, and how far it gets alone. */
function AssistantTiles(tile: { dashboard: DashboardData; period: DashboardInput["period"] }) {
  const t = useTranslations("analytics");
  const cases = (
    <Link href="/quality/accuracy" className="text-13 text-accent hover:underline pointer-coarse:py-3">
      {t("measured.open")}
    </Link>
  );
  return (
    <Tiles title={t("section.assistant")} action={cases}>
      <AccuracyTile dashboard={tile.dashboard} />
      <ShareTile name="recognitionRate" {...tile} />
      <ShareTile name="assistantAnswerRate" {...tile} />
      <DurationTile name="assistantFirstResponse" {...tile} />
      <ShareTile name="selfResolution" {...tile} />
      <ShareTile name="selfConfirmed" {...tile} />
      <ShareTile name="selfAssumed" {...tile} />
    </Tiles>
  );
}

function Figures({ dashboard, input, live }: { dashboard: DashboardData; input: DashboardInput; live: boolean }) {
  const t = useTranslations("analytics");
  const locale = useLocale();
  const { period } = input;
  const tile = { dashboard, period };
  const first = dayLabel(dashboard.days[0]?.day ?? "", locale);
  const volume = dashboard.days.map(({ conversations }) => conversations);
  const nothing = volume.every((count) => count === 0);
  const trend = { values: volume, label: `${t("chart.trend")}: ${first} – ${volume.join(", ")}` };
  return (
    <div className="flex flex-col gap-8">
      <Tiles title={t("section.now")}>
        <NowTiles dashboard={dashboard} period={period} live={live} />
      </Tiles>
      <Tiles title={t("section.service")}>
        <CountTile name="conversations" {...tile} trend={nothing ? undefined : trend} />
        <ShareTile name="containment" {...tile} />
        <DurationTile name="personFirstResponse" {...tile} />
        <ShareTile name="csat" {...tile} />
        <ShareTile name="resolutionRate" {...tile} />
        <ShareTile name="answerRate" {...tile} />
      </Tiles>
      <AssistantTiles {...tile} />
      {nothing ? <NothingYet input={input} /> : <DashboardCharts {...tile} />}
      <Tiles title={t("section.tickets")}>
        <CountTile name="ticketsCreated" {...tile} />
        <CountTile name="ticketsResolved" {...tile} />
        <DurationTile name="ticketResolutionTime" {...tile} />
      </Tiles>
      <div className="grid grid-cols-1 gap-x-12 gap-y-8 xl:grid-cols-2">
        <AgentsTable agents={dashboard.now.agents} />
        <UnansweredTable input={input} counted={dashboard.range.to} />
      </div>
    </div>
  );
}

/** No figures: because nothing ever happened, or because the filters leave nothing. */
function NothingYet({ input }: { input: DashboardInput }) {
  const t = useTranslations("analytics");
  if (input.groupId || input.channel || input.locale) {
    return <EmptyState title={t("noMatch.title")} body={t("noMatch.body")} flush />;
  }
  const action = (
    <a href="/" className={buttonStyles({})}>
      {t("empty.action")}
    </a>
  );
  return <EmptyState title={t("empty.title")} body={t("empty.body")} action={action} flush />;
}

function TilesSkeleton() {
  return (
    <div className="grid grid-cols-2 gap-6 md:grid-cols-3 xl:grid-cols-4">
      {["a", "b", "c", "d", "e", "f", "g", "h"].map((tile) => (
        <div key={tile} className="flex flex-col gap-2">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-8 w-16" />
          <Skeleton className="h-4 w-32" />
        </div>
      ))}
    </div>
  );
}
