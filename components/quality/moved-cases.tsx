"use client";

import { useTranslations } from "next-intl";
import type { AccuracyOverview, MovedCase } from "@/lib/contracts/evaluation";
import { OutcomeChip } from "./outcome-chip";

type Moved = NonNullable<AccuracyOverview["moved"]>;

function MovedList({ title, cases, count }: { title: string; cases: readonly MovedCase[]; count: number }) {
  const t = useTranslations("quality.moved");
  return (
    <div className="min-w-0">
      <h3 className="pb-1 text-13 text-muted">
        {title} <span className="font-semibold text-text tabular-nums">{count}</span>
      </h3>
      <ul className="divide-y divide-line border-line border-t">
        {cases.map(({ id, locale, question, before, now }) => (
          <li key={id} className="flex items-baseline justify-between gap-3 py-1.5 text-13">
            <span lang={locale} className="line-clamp-2 min-w-0">
              {question}
            </span>
            <OutcomeChip outcome={now === "right" ? before : now} />
          </li>
        ))}
      </ul>
      {count > cases.length && <p className="pt-1 text-12 text-muted">{t("more", { count: count - cases.length })}</p>}
    </div>
  );
}

/** What the newest run got right that the one before did not, and the other way round. */
export function MovedCases({ moved }: { moved: Moved }) {
  const t = useTranslations("quality.moved");
  const { better, worse, betterCount, worseCount } = moved;
  return (
    <section>
      <h2 className="pb-2 font-semibold text-14">{t("title")}</h2>
      {betterCount + worseCount === 0 && <p className="text-13 text-muted">{t("none")}</p>}
      <div className="flex flex-col gap-4">
        {worseCount > 0 && <MovedList title={t("worse")} cases={worse} count={worseCount} />}
        {betterCount > 0 && <MovedList title={t("better")} cases={better} count={betterCount} />}
      </div>
    </section>
  );
}
