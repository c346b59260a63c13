"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useTRPC } from "../layout/trpc-client";
import { showToast } from "../ui/toast-store";
import { usePresence } from "./use-presence";

/** Says "still here" at once and every twenty seconds, also while offline: who kept their conversations keeps them.
 * Tells the agent when the server had given them up. Renders nothing. */
export function Heartbeat() {
  const t = useTranslations("routing.presence");
  const [trpc, cache, presence] = [useTRPC(), useQueryClient(), usePresence()];
  const { mutate } = useMutation(
    trpc.routing.heartbeat.mutationOptions({
      onSuccess: (stored) => {
        if (presence.state === null || presence.state === stored) return;
        if (stored === "offline") showToast({ message: t("givenUp") });
        cache.invalidateQueries({ queryKey: trpc.routing.agents.queryKey() }).catch(() => undefined);
      },
    }),
  );
  const beat = useEffectEvent(() => mutate());
  useEffect(() => {
    const worker = new Worker(new URL("./heartbeat-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = () => beat();
    beat();
    return () => worker.terminate();
  }, []);
  return null;
}
