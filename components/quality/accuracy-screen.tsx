"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "@/components/shared/empty-state";
import { ErrorState } from "@/components/shared/error-state";
import { PageHeader } from "@/components/shared/page-header";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { AccuracyOverview, GoldenCase, ListCasesInput } from "@/lib/contracts/evaluation";
import { useErrorWords } from "../knowledge/use-error-words";
import { AccuracyFigures } from "./accuracy-figures";
import { CaseDialog } from "./case-dialog";
import { CasesTable } from "./cases-table";
import { ImportDialog } from "./import-dialog";
import { MovedCases } from "./moved-cases";
import { RunActions, RunLine } from "./run-line";
import { RunTrend } from "./run-trend";
import { useAccuracy } from "./use-accuracy";

/** Fewer runs are no trend: the tiles say how the last two compare. */
const LEAST_RUNS = 3;

/** The golden set: how much of it the assistant gets right, what got better and worse, and its cases. */
export function AccuracyScreen({ filter }: { filter: ListCasesInput }) {
  const t = useTranslations("quality.accuracy");
  const words = useErrorWords();
  const { data, error, refetch } = useAccuracy();
  const [edited, setEdited] = useState<GoldenCase | "new" | null>(null);
  const [importing, setImporting] = useState(false);
  const openers = { onAdd: () => setEdited("new"), onImport: () => setImporting(true) };
  if (error && !data) {
    const retry = <Button onClick={() => void refetch()}>{t("retry")}</Button>;
    return <ErrorState flush title={t("failed")} body={words(error)} action={retry} />;
  }
  const total = Object.values(data?.cases ?? {}).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={data && <RunActions overview={data} hasCases={total > 0} />}
      />
      {!data && <Skeleton className="h-40" />}
      {data && total > 0 && <Overview overview={data} />}
      {data && total === 0 && <NoCases {...openers} />}
      {data && total > 0 && <CasesTable filter={filter} onEdit={setEdited} {...openers} />}
      {edited && <CaseDialog edited={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}

function Overview({ overview }: { overview: AccuracyOverview }) {
  return (
    <div className="flex flex-col gap-6 pb-8">
      <RunLine overview={overview} />
      {overview.latest && <AccuracyFigures latest={overview.latest} trend={overview.trend} />}
      <div className="grid grid-cols-1 gap-x-12 gap-y-8 xl:grid-cols-2">
        {overview.trend.length >= LEAST_RUNS && <RunTrend trend={overview.trend} />}
        {overview.moved && <MovedCases moved={overview.moved} />}
      </div>
    </div>
  );
}

function NoCases({ onAdd, onImport }: { onAdd: () => void; onImport: () => void }) {
  const t = useTranslations("quality.accuracy");
  const action = (
    <span className="flex gap-2">
      <Button variant="primary" onClick={onAdd}>
        {t("add")}
      </Button>
      <Button onClick={onImport}>{t("import")}</Button>
    </span>
  );
  return <EmptyState flush title={t("empty")} body={t("emptyHint")} action={action} />;
}
