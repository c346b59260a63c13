"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { KnowledgeTrouble } from "../knowledge/knowledge-trouble";
import { useTRPC } from "../layout/trpc-client";
import { useShortcuts } from "../shared/use-shortcuts";
import { GapEmpty } from "./gap-empty";
import { GapList } from "./gap-list";
import { GapPane } from "./gap-pane";
import type { GapListFilters, ListedGap } from "./gap-types";
import { SuggestionsHeader } from "./suggestions-header";
import { useGapPlace } from "./use-gap-place";

/** Suggestions to approve: the list left, the chosen one right; one at a time on narrow screens. */
export function SuggestionsScreen({ filters, now }: { filters: GapListFilters; now: string }) {
  const t = useTranslations("gaps");
  const place = useGapPlace();
  const options = useTRPC().gaps.list.infiniteQueryOptions(filters, { getNextPageParam: ({ next }) => next });
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(options);
  const gaps = data?.pages.flatMap((page) => page.gaps) ?? [];
  const shownId = place.gapId ?? gaps[0]?.id ?? null;
  const step = (by: 1 | -1) => {
    const from = place.addressed() ?? shownId;
    const next = gaps[gaps.findIndex(({ id }) => id === from) + by];
    if (next) place.open(next.id);
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });
  return (
    <div className="flex h-full min-h-0">
      <div
        className={cx(
          "flex min-h-0 w-full shrink-0 flex-col border-line lg:w-[400px]",
          shownId && "lg:border-r",
          place.gapId && "max-lg:hidden",
        )}
      >
        <SuggestionsHeader filters={filters} />
        {error && !data ? (
          <div className="px-4 md:px-6">
            <KnowledgeTrouble error={error} onRetry={() => void refetch()} />
          </div>
        ) : null}
        {data && gaps.length === 0 ? <GapEmpty state={filters.state} /> : null}
        <GapList
          gaps={gaps}
          shownId={shownId}
          place={place}
          now={now}
          mixed={!filters.locale}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          morePending={isFetchingNextPage}
        />
      </div>
      <div className={cx("min-w-0 grow", !place.gapId && "max-lg:hidden")}>
        {place.gapId ? <h1 className="sr-only lg:hidden">{t("title")}</h1> : null}
        {shownId ? (
          <GapPane key={shownId} gapId={shownId} now={now} onBack={() => place.open(null)} onDone={() => goOn(gaps)} />
        ) : null}
      </div>
    </div>
  );

  /** What was decided leaves the list: the one below it, else the one above, is next. */
  function goOn(before: readonly ListedGap[]): void {
    const at = before.findIndex(({ id }) => id === shownId);
    const next = before[at + 1] ?? before[at - 1];
    place.open(next?.id ?? null);
  }
}
