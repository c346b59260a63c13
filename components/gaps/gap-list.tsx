import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { useReader } from "../layout/console-context";
import { Time } from "../shared/time";
import { useNow } from "../shared/use-now";
import { Button } from "../ui/button";
import type { ListedGap } from "./gap-types";
import type { GapPlace } from "./use-gap-place";

const MINUTE_MS = 60_000;

type GapListProps = {
  gaps: readonly ListedGap[];
  shownId: string | null;
  place: GapPlace;
  /** ISO instant of the page. */
  now: string;
  /** Languages stand side by side. */
  mixed: boolean;
  onMore?: () => void;
  morePending: boolean;
};

/** The needs, the costliest first; each a link, so that it opens in a tab of its own as well. */
export function GapList({ gaps, shownId, place, now, mixed, onMore, morePending }: GapListProps) {
  const t = useTranslations("gaps");
  if (gaps.length === 0) return null;
  return (
    <nav aria-label={t("list")} className="flex min-h-0 grow flex-col border-line border-t">
      <ol className="min-h-0 grow overflow-y-auto">
        {gaps.map((gap) => (
          <GapRow key={gap.id} {...{ gap, place, now, mixed }} selected={gap.id === shownId} />
        ))}
        {onMore ? (
          <li className="px-4 py-3 md:px-6">
            <Button pending={morePending} onClick={onMore}>
              {t("more")}
            </Button>
          </li>
        ) : null}
      </ol>
      <p className="shrink-0 border-line border-t px-6 py-2 text-12 text-faint max-lg:hidden pointer-coarse:hidden">
        {t("keys")}
      </p>
    </nav>
  );
}

type GapRowProps = Pick<GapListProps, "place" | "now" | "mixed"> & { gap: ListedGap; selected: boolean };

function GapRow({ gap, place, now: servedAt, mixed, selected }: GapRowProps) {
  const t = useTranslations("gaps");
  const knowledge = useTranslations("knowledge.language.short");
  const reader = useReader();
  const now = new Date(useNow(MINUTE_MS) ?? Date.parse(servedAt));
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    place.open(gap.id);
  };
  return (
    <li>
      <a
        href={place.hrefOf(gap.id)}
        aria-current={selected ? "true" : undefined}
        onClick={onClick}
        className={cx(
          "-outline-offset-2 block border-line border-b px-4 py-2.5 text-13 hover:bg-hover md:px-6",
          selected && "lg:bg-accent-soft lg:shadow-[inset_2px_0_var(--accent)]",
        )}
      >
        <span className="flex items-baseline gap-3">
          <span lang={gap.locale} className="line-clamp-2 min-w-0 grow font-semibold [overflow-wrap:anywhere]">
            {gap.title}
          </span>
          <span className="shrink-0 text-12 text-muted tabular-nums">
            <Time at={gap.lastAskedAt} now={now} {...reader} />
          </span>
        </span>
        <span className="mt-0.5 flex flex-wrap gap-x-2 text-12 text-muted">
          <span>{t(`kind.${gap.unwritten ? "unwritten" : gap.kind}`)}</span>
          <span aria-hidden>·</span>
          <span className="tabular-nums">{t("questions", { count: gap.questions })}</span>
          {gap.handoffs > 0 ? (
            <>
              <span aria-hidden>·</span>
              <span className="tabular-nums">{t("handoffs", { count: gap.handoffs })}</span>
            </>
          ) : null}
          {mixed ? <span className="ml-auto">{knowledge(gap.locale)}</span> : null}
        </span>
      </a>
    </li>
  );
}
