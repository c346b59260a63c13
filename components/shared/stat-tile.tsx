import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Popover } from "@/components/ui/popover";
import { Shape } from "@/components/ui/shape";
import { Sparkline } from "./sparkline";

/** How a figure moved against the compared period. */
export interface Comparison {
  direction: "up" | "down" | "same";
  /** "12 % vs last week". */
  text: string;
  /** Set only where better and worse are defined. */
  verdict?: "better" | "worse";
}

export interface StatTileProps {
  label: string;
  /** What is counted, over which rows; behind the `i` button. */
  definition: ReactNode;
  /** Formatted; "–" when nothing was measured. */
  value: string;
  unit?: string;
  comparison?: Comparison;
  /** "184 of 612 rated". */
  sample?: string;
  /** "live" or "as of 10:32". */
  freshness?: string;
  trend?: { values: readonly (number | null)[]; label: string };
}

const verdicts = { better: "text-accent", worse: "text-danger" } as const;

function ComparisonLine({ direction, text, verdict }: Comparison) {
  const t = useTranslations("shared.tile");
  return (
    <span className={cx("inline-flex items-center gap-1.5", verdict && verdicts[verdict])}>
      {direction === "same" ? null : <Shape name={direction} />}
      <span className="sr-only">{t(direction)}</span>
      {text}
    </span>
  );
}

/** One figure with unit, comparison, sample and its definition. Staff only. */
export function StatTile({ label, definition, value, unit, comparison, sample, freshness, trend }: StatTileProps) {
  const t = useTranslations("shared.tile");
  return (
    <div className="min-w-0 text-12 text-muted">
      <div className="flex items-center gap-1">
        <span>{label}</span>
        <Popover
          label={label}
          trigger={
            <button
              type="button"
              aria-label={t("about", { label })}
              className="grid size-6 pointer-coarse:-my-2.5 pointer-coarse:size-11 place-items-center rounded-full text-faint hover:text-text"
            >
              <span
                aria-hidden="true"
                className="grid size-3.5 place-items-center rounded-full border text-[10px] leading-none"
              >
                i
              </span>
            </button>
          }
        >
          {definition}
        </Popover>
      </div>
      <p className="text-text">
        <span className="font-semibold text-28 tabular-nums">{value}</span>
        {unit ? <span className="ml-1 text-14">{unit}</span> : null}
      </p>
      <p className="flex min-h-[18px] flex-wrap gap-x-3">
        {comparison ? <ComparisonLine {...comparison} /> : null}
        {sample ? <span>{sample}</span> : null}
        {freshness ? <span className="text-faint">{freshness}</span> : null}
      </p>
      {trend ? (
        <div className="mt-2">
          <Sparkline {...trend} />
        </div>
      ) : null}
    </div>
  );
}
