"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { KnowledgeTrouble } from "../knowledge/knowledge-trouble";
import { useTRPC } from "../layout/trpc-client";
import { EmptyState } from "../shared/empty-state";
import { serviceErrorOf } from "../shared/service-error";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { GapView } from "./gap-view";

type GapPaneProps = {
  gapId: string;
  now: string;
  onBack: () => void;
  /** It was decided. */
  onDone: () => void;
};

/** The chosen suggestion as soon as it is there; that it is gone, or could not be read. */
export function GapPane({ gapId, now, onBack, onDone }: GapPaneProps) {
  const t = useTranslations("gaps");
  const { data, error, refetch } = useQuery(useTRPC().gaps.get.queryOptions({ gapId }, { staleTime: 0, retry: false }));
  const gone = error && serviceErrorOf(error).httpStatus === 404;
  return (
    <div className="flex h-full flex-col">
      <div className="shrink-0 border-line border-b px-2 py-1 lg:hidden">
        <Button variant="quiet" onClick={onBack}>
          <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
          {t("back")}
        </Button>
      </div>
      {gone ? <EmptyState title={t("gone")} body={t("goneHint")} /> : null}
      {error && !gone && !data ? (
        <div className="px-6">
          <KnowledgeTrouble error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      {!data && !error ? (
        <div aria-busy className="flex max-w-measure flex-col gap-4 p-6">
          <Skeleton className="h-8" />
          <Skeleton className="h-40" />
        </div>
      ) : null}
      {data && !gone ? <GapView key={data.version} gap={data} now={now} onDone={onDone} /> : null}
    </div>
  );
}
