"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/layout/trpc-client";
import { DEMO_STAGES } from "@/lib/contracts/settings";
import { PublishButton } from "./publish-button";
import { useSave } from "./use-save";

const LOOK_AGAIN_MS = 700;

/** The demo company, brought in the background; shows how far it is, also after a reload. */
export function FirstDemo({ onLoaded }: { onLoaded: () => void }) {
  const t = useTranslations("setup.knowledge.demo");
  const [trpc, client] = [useTRPC(), useTRPCClient()];
  const save = useSave();
  const [asked, setAsked] = useState(false);
  const progress = useQuery({
    ...trpc.settings.demoProgress.queryOptions(),
    refetchInterval: ({ state }) => (asked || state.data?.state === "loading" ? LOOK_AGAIN_MS : false),
  });
  const { state, stage, stages } = progress.data ?? { state: "none", stage: 0, stages: DEMO_STAGES.length };
  const loading = state === "loading" || (asked && state === "none");
  const ready = state === "ready";
  useEffect(() => {
    if (ready) onLoaded();
  }, [ready, onLoaded]);
  const load = async () => {
    const done = await save.run(async () => {
      await client.settings.loadDemo.mutate();
      return true;
    });
    if (done) setAsked(true);
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-13 text-muted">{t("description")}</p>
      {loading ? (
        <div className="flex flex-col gap-2 text-13">
          <div
            role="progressbar"
            aria-label={t("loading")}
            aria-valuemin={0}
            aria-valuemax={stages}
            aria-valuenow={stage}
            className="h-2 overflow-hidden rounded-chip border border-line bg-sunken"
          >
            <div
              className="h-full bg-accent transition-[width] duration-150 motion-reduce:transition-none"
              style={{ width: `${((stage + 0.5) / stages) * 100}%` }}
            />
          </div>
          <p role="status">{t(`stages.${DEMO_STAGES[stage] ?? "tickets"}`)}</p>
        </div>
      ) : (
        <PublishButton
          label={t("submit")}
          error={save.error ?? (state === "failed" ? t("failed") : null)}
          pending={save.pending || progress.isPending}
          onClick={load}
        />
      )}
    </div>
  );
}
