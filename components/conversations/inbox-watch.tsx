"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../layout/trpc-client";
import { Attention } from "./attention";
import { InboxSync } from "./inbox-sync";

/** On every page of those who serve customers: what waits shows in the title, sounds and notifies, and stays true. */
export function InboxWatch() {
  const { data } = useQuery(useTRPC().conversations.counts.queryOptions());
  return (
    <>
      <InboxSync />
      {data && <Attention counts={data} />}
    </>
  );
}

/** How many people wait in the queue, on the way to the inbox. Nothing when nobody does. */
export function QueueCount() {
  const t = useTranslations("conversations.attention");
  const { data } = useQuery(useTRPC().conversations.counts.queryOptions());
  if (!data?.queue) return null;
  return (
    <>
      <span aria-hidden="true">{data.queue > 99 ? "99+" : data.queue}</span>
      <span className="sr-only">{t("inQueue", { count: data.queue })}</span>
    </>
  );
}
