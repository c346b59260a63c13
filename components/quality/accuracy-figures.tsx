"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { shareChange, shareText } from "@/components/analytics/figure-text";
import { StatTile } from "@/components/shared/stat-tile";
import {
  ACCURACY_AIM,
  type AccuracyOverview,
  type Measured,
  OUTCOMES,
  type Outcome,
  type OutcomeCounts,
} from "@/lib/contracts/evaluation";
import { formatNumber, formatPercent } from "@/lib/format";
import { wilsonInterval } from "@/lib/wilson-interval";
import { OutcomeChip } from "./outcome-chip";

type Latest = NonNullable<AccuracyOverview["latest"]>;

function measured(counts: OutcomeCounts[string]): Measured {
  return { right: counts.right ?? 0, cases: Object.values(counts).reduce((sum, n) => sum + n, 0) };
}

const ratio = ({ right, cases }: Measured) => ({ numerator: right, denominator: cases });

/** One share with its cases and the interval it lies in; how it stands to the aim is said in words. */
function MeasuredTile({ label, value, before }: { label: string; value: Measured; before?: Measured }) {
  const t = useTranslations("quality.accuracy");
  const analytics = useTranslations("analytics");
  const locale = useLocale();
  const { low, high } = wilsonInterval(value.right, value.cases);
  const counts = { part: formatNumber(value.right, locale), total: formatNumber(value.cases, locale) };
  const bounds = { low: formatPercent(low, locale), high: formatPercent(high, locale) };
  const percent = shareText(ratio(value), locale);
  const change = before && shareChange(ratio(value), ratio(before), locale);
  const reached = high < ACCURACY_AIM ? "below" : low >= ACCURACY_AIM ? "above" : "open";
  const moved = change && change.direction !== "same";
  return (
    <StatTile
      label={label}
      definition={analytics("definition.accuracy")}
      value={percent ?? `${counts.part}/${counts.total}`}
      sample={percent ? analytics("measured.sample", { ...counts, ...bounds }) : analytics("measured.few", bounds)}
      freshness={t(`aim.${reached}`, { aim: formatPercent(ACCURACY_AIM, locale) })}
      comparison={
        moved
          ? {
              direction: change.direction,
              text: analytics("measured.better", { change: change.amount, size: change.size }),
              verdict: change.direction === "up" ? "better" : "worse",
            }
          : undefined
      }
    />
  );
}

/** How much was right, altogether and by language, and what the rest came to. */
export function AccuracyFigures({ latest, trend }: { latest: Latest; trend: AccuracyOverview["trend"] }) {
  const t = useTranslations("quality");
  const languages = Object.entries(latest.counts);
  const all: Partial<Record<Outcome, number>> = {};
  for (const [, counts] of languages) {
    for (const outcome of OUTCOMES) all[outcome] = (all[outcome] ?? 0) + (counts[outcome] ?? 0);
  }
  return (
    <section aria-label={t("accuracy.figures")} className="border-line border-t pt-4">
      <div className="grid grid-cols-2 gap-6 max-md:*:first:col-span-2 md:grid-cols-3">
        <MeasuredTile label={t("accuracy.all")} value={measured(all)} before={trend.at(-2)} />
        {languages.length > 1 &&
          languages
            .toSorted(([one], [other]) => one.localeCompare(other))
            .map(([locale, counts]) => (
              <MeasuredTile
                key={locale}
                label={t.has(`language.${locale}`) ? t(`language.${locale as "zh" | "en"}`) : locale}
                value={measured(counts)}
              />
            ))}
      </div>
      <Outcomes counts={all} />
    </section>
  );
}

function Outcomes({ counts }: { counts: Partial<Record<Outcome, number>> }) {
  const locale = useLocale();
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-4">
      {OUTCOMES.filter((outcome) => (counts[outcome] ?? 0) > 0).map((outcome) => (
        <li key={outcome} className="text-12">
          <Link
            href={`?outcome=${outcome}`}
            scroll={false}
            className="inline-flex items-center gap-1.5 hover:underline"
          >
            <OutcomeChip outcome={outcome} />
            <span className="font-semibold tabular-nums">{formatNumber(counts[outcome] ?? 0, locale)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
