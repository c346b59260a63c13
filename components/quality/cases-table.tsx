"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/components/layout/trpc-client";
import { DataTable } from "@/components/shared/data-table";
import { EmptyState } from "@/components/shared/empty-state";
import { Button } from "@/components/ui/button";
import type { GoldenCase, ListCasesInput } from "@/lib/contracts/evaluation";
import { formatPercent } from "@/lib/format";
import { KnowledgeTrouble } from "../knowledge/knowledge-trouble";
import { ArchiveCase } from "./archive-case";
import { CaseQuestion, ExpectedCell, FoundCell } from "./case-cells";
import { CaseFilters } from "./case-filters";
import { OutcomeChip } from "./outcome-chip";
import { useCaseExport } from "./use-case-export";

export interface CasesTableProps {
  filter: ListCasesInput;
  onEdit: (edited: GoldenCase) => void;
  onAdd: () => void;
  onImport: () => void;
}

/** The cases with what became of each in the newest run, and the ways to add more. */
export function CasesTable({ filter, onEdit, onAdd, onImport }: CasesTableProps) {
  const t = useTranslations("quality");
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    useTRPC().quality.listCases.infiniteQueryOptions(filter, {
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const exported = useCaseExport();
  return (
    <section>
      <div className="flex flex-wrap items-center justify-between gap-2 pb-3">
        <h2 className="font-semibold text-14">{t("cases.title")}</h2>
        <span className="flex flex-wrap gap-2">
          <Button onClick={onAdd}>{t("accuracy.add")}</Button>
          <Button onClick={onImport}>{t("accuracy.import")}</Button>
          <Button pending={exported.isPending} onClick={() => exported.mutate()}>
            {t("accuracy.export")}
          </Button>
        </span>
      </div>
      <CaseFilters filter={filter} />
      {error && !data ? <KnowledgeTrouble error={error} onRetry={() => void refetch()} /> : null}
      {data && (
        <CaseRows
          cases={data.pages.flatMap(({ cases }) => cases)}
          onEdit={onEdit}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          morePending={isFetchingNextPage}
        />
      )}
    </section>
  );
}

interface CaseRowsProps {
  cases: readonly GoldenCase[];
  onEdit: (edited: GoldenCase) => void;
  onMore?: () => void;
  morePending: boolean;
}

function CaseRows({ cases, onEdit, onMore, morePending }: CaseRowsProps) {
  const t = useTranslations("quality.cases");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("title")}
      columns={[
        { id: "question", header: t("question"), cell: (row) => <CaseQuestion row={row} onEdit={onEdit} /> },
        {
          id: "outcome",
          header: t("outcome"),
          phone: "aside",
          cell: ({ result }) => <OutcomeChip outcome={result?.outcome ?? null} />,
        },
        { id: "expected", header: t("expected"), cell: (row) => <ExpectedCell row={row} /> },
        { id: "found", header: t("found"), phone: "hidden", cell: (row) => <FoundCell row={row} /> },
        {
          id: "confidence",
          header: t("confidence"),
          numeric: true,
          phone: "hidden",
          cell: ({ result }) => (result ? formatPercent(result.confidence, locale) : "–"),
        },
        { id: "change", header: t("change"), phone: "hidden", cell: (row) => <ArchiveCase row={row} /> },
      ]}
      rows={cases}
      rowKey={({ id }) => id}
      onMore={onMore}
      morePending={morePending}
      empty={<EmptyState flush title={t("none")} body={t("noneHint")} />}
    />
  );
}
