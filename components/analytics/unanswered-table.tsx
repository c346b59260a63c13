"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/layout/console-context";
import { useTRPC } from "@/components/layout/trpc-client";
import { DataTable } from "@/components/shared/data-table";
import { EmptyState } from "@/components/shared/empty-state";
import { Time } from "@/components/shared/time";
import { buttonStyles } from "@/components/ui/button";
import type { DashboardInput } from "@/lib/contracts/analytics";

/** Questions the assistant had no article for: each leads to its conversation, all of them to what could answer them. */
export function UnansweredTable({ input, counted }: { input: DashboardInput; counted: string }) {
  const t = useTranslations("analytics.unanswered");
  const reader = useReader();
  const options = useTRPC().analytics.unanswered.queryOptions(input, { placeholderData: keepPreviousData });
  const { data } = useQuery(options);
  if (!data) return null;
  return (
    <section>
      <div className="flex flex-wrap items-baseline justify-between gap-2 pb-2">
        <h2 className="font-semibold text-14">
          {t("title")}
          {data.total > 0 ? (
            <span className="ml-2 font-normal text-12 text-muted">{t("count", { total: data.total })}</span>
          ) : null}
        </h2>
        {data.total > 0 ? (
          <a href="/knowledge/suggestions" className={buttonStyles({ size: 28 })}>
            {t("write")}
          </a>
        ) : null}
      </div>
      <DataTable
        caption={t("title")}
        columns={[
          {
            id: "question",
            header: t("question"),
            cell: ({ text, locale }) => (
              <span lang={locale} className="block max-w-[60ch] truncate">
                {text}
              </span>
            ),
          },
          {
            id: "asked",
            header: t("asked"),
            phone: "aside",
            cell: ({ at }) => <Time at={new Date(at)} now={new Date(counted)} {...reader} />,
          },
        ]}
        rows={data.questions}
        rowKey={({ conversationId, at }) => `${conversationId}${at}`}
        rowHref={({ conversationId }) => `/inbox/${conversationId}`}
        empty={<EmptyState title={t("none")} body={t("noneBody")} flush />}
      />
    </section>
  );
}
