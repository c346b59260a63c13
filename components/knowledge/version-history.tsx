"use client";

import { useQuery } from "@tanstack/react-query";
import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/i18n";
import { formatSeparator } from "@/lib/time";
import { useReader } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { EmptyState } from "../shared/empty-state";
import { Chip } from "../ui/chip";
import { Skeleton } from "../ui/skeleton";
import { KnowledgeTrouble } from "./knowledge-trouble";
import type { ArticleVersion } from "./knowledge-types";
import { VersionDifference } from "./version-difference";
import { STATE_SHAPES } from "./version-mark";

export interface VersionHistoryProps {
  articleId: string;
  locale: Locale;
  now: string;
  /** Absent for those who only read. */
  onRevert?: (versionId: string) => Promise<void>;
}

/** Every version of one language, newest first, and what the chosen one changed. */
export function VersionHistory(props: VersionHistoryProps) {
  const t = useTranslations("knowledge.history");
  const { articleId, locale } = props;
  const query = useQuery(useTRPC().knowledge.listVersions.queryOptions({ articleId, locale }, { staleTime: 0 }));
  const { data: versions, error, refetch } = query;
  return (
    <>
      {/* Narrow pages have the article's own in their header. */}
      <h1 className="sr-only max-lg:hidden">{t("label")}</h1>
      {versions ? (
        <Versions {...props} versions={versions} />
      ) : error ? (
        <div className="px-4 md:px-6">
          <KnowledgeTrouble error={error} onRetry={() => void refetch()} />
        </div>
      ) : (
        <HistorySkeleton />
      )}
    </>
  );
}

function HistorySkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-3 px-4 py-5 md:px-6 lg:w-72">
      <Skeleton className="h-10" />
      <Skeleton className="h-10" />
    </div>
  );
}

type VersionsProps = VersionHistoryProps & { versions: readonly ArticleVersion[] };

function Versions({ articleId, locale, now, onRevert, versions }: VersionsProps) {
  const t = useTranslations("knowledge.history");
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = versions.find(({ id }) => id === chosenId) ?? versions[0];
  if (!chosen) return <EmptyState title={t("empty")} body={t("emptyHint")} />;
  return (
    <div className="flex min-h-0 grow max-lg:flex-col">
      <nav
        aria-label={t("label")}
        className="shrink-0 overflow-y-auto border-line max-lg:max-h-60 max-lg:border-b lg:w-72 lg:border-r"
      >
        <ol>
          {versions.map((version) => (
            <li key={version.id}>
              <VersionRow
                version={version}
                now={now}
                selected={version === chosen}
                onSelect={() => setChosenId(version.id)}
              />
            </li>
          ))}
        </ol>
      </nav>
      <VersionDifference key={chosen.id} {...{ articleId, locale, versions, version: chosen, onRevert }} />
    </div>
  );
}

type VersionRowProps = { version: ArticleVersion; now: string; selected: boolean; onSelect: () => void };

function VersionRow({ version, now, selected, onSelect }: VersionRowProps) {
  const t = useTranslations("knowledge");
  const reader = useReader();
  const state = version.state === "in_review" ? "draft" : version.state;
  return (
    <button
      type="button"
      aria-current={selected ? "true" : undefined}
      onClick={onSelect}
      className={cx(
        "flex min-h-14 w-full flex-col justify-center px-4 py-2 text-left text-13 md:px-6",
        selected ? "bg-accent-soft shadow-[inset_2px_0_var(--accent)]" : "hover:bg-hover",
      )}
    >
      <span className="flex w-full items-center justify-between gap-3">
        <span className="font-semibold">{t("history.version", { number: version.number })}</span>
        <Chip shape={STATE_SHAPES[state]} tone={state === "archived" ? "muted" : "plain"}>
          {t(`history.state.${state}`)}
        </Chip>
      </span>
      <span className="text-12 text-muted">
        {version.author ?? t("list.imported")} · {formatSeparator(version.createdAt, new Date(now), reader)}
      </span>
    </button>
  );
}
