"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/layout/console-context";
import { useTRPC } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast-store";
import type { AccuracyOverview } from "@/lib/contracts/evaluation";
import { formatNumber } from "@/lib/format";
import { useErrorWords } from "../knowledge/use-error-words";
import { runTime } from "./run-time";

/** Starts a run, or ends the one under way. */
export function RunActions({ overview, hasCases }: { overview: AccuracyOverview; hasCases: boolean }) {
  const t = useTranslations("quality.accuracy");
  const [trpc, cache, words] = [useTRPC(), useQueryClient(), useErrorWords()];
  const onSettled = () => cache.invalidateQueries({ queryKey: trpc.quality.accuracy.queryKey() });
  const onError = (failure: unknown) => void showToast({ message: words(failure) });
  const start = useMutation(trpc.quality.startRun.mutationOptions({ onSettled, onError }));
  const cancel = useMutation(trpc.quality.cancelRun.mutationOptions({ onSettled, onError }));
  const { running } = overview;
  if (running) {
    return (
      <Button pending={cancel.isPending} onClick={() => cancel.mutate({ runId: running.id })}>
        {t("cancel")}
      </Button>
    );
  }
  if (!hasCases) return null;
  return (
    <Button variant="primary" pending={start.isPending} onClick={() => start.mutate()}>
      {t("run")}
    </Button>
  );
}

/** How far the run under way is, or which run the figures are from. */
export function RunLine({ overview: { running, latest, failed } }: { overview: AccuracyOverview }) {
  const t = useTranslations("quality.accuracy");
  const reader = useReader();
  if (running) {
    const counts = {
      asked: formatNumber(running.asked, reader.locale),
      cases: formatNumber(running.cases, reader.locale),
    };
    return (
      <div className="max-w-[480px]">
        <p role="status" className="pb-1 text-13 text-muted">
          {t("progress", counts)}
        </p>
        <progress
          aria-label={t("progress", counts)}
          max={running.cases}
          value={running.asked}
          className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        />
      </div>
    );
  }
  const notes = [
    latest && t(`cause.${latest.cause}`, { at: runTime(latest.at, reader), by: latest.by ?? t("somebody") }),
    latest?.stale && t("stale"),
    failed && t(`ended.${failed}`),
  ];
  return <p className="text-13 text-muted">{notes.filter(Boolean).join(" ") || t("never")}</p>;
}
