"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReader } from "../layout/console-context";
import { Time } from "../shared/time";
import { AskedQuestions } from "./asked-questions";
import { GapActions } from "./gap-actions";
import { GapChange } from "./gap-change";
import { GapOutcome } from "./gap-outcome";
import type { GapDetail } from "./gap-types";
import { NearestArticle } from "./nearest-article";
import { SourceReply } from "./source-reply";
import { useDecision } from "./use-decision";

/** What the person has chosen so far. */
export type Choice = { questions: readonly string[]; categoryId: string | null };

/** Scrolled with the arrow keys in browsers that do not focus scrollers by themselves. */
const scrolledByKeyboard = { tabIndex: 0 };

/** One suggestion: what would change, why, and what can be decided. */
export function GapView({ gap, now: servedAt, onDone }: { gap: GapDetail; now: string; onDone: () => void }) {
  const t = useTranslations("gaps");
  const reader = useReader();
  const now = new Date(servedAt);
  const [choice, setChoice] = useState<Choice>({
    questions: gap.suggestion?.questions ?? [],
    categoryId: gap.nearest?.categoryId ?? null,
  });
  const decision = useDecision(gap, choice, onDone);
  const open = gap.state === "open";
  return (
    <section aria-label={gap.title} {...scrolledByKeyboard} className="-outline-offset-2 min-h-0 grow overflow-y-auto">
      <header className="sticky top-0 z-10 border-line border-b bg-bg px-4 py-3 md:px-8 lg:py-4">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 max-w-measure">
            <h2 lang={gap.locale} className="font-semibold text-20 [overflow-wrap:anywhere]">
              {gap.title}
            </h2>
            <p className="mt-1 text-13 text-muted tabular-nums">
              {t("questions", { count: gap.questions })}
              {gap.handoffs > 0 ? ` · ${t("handoffs", { count: gap.handoffs })}` : null} · {t("lastAsked")}{" "}
              <Time at={gap.lastAskedAt} now={now} {...reader} />
            </p>
          </div>
          {open ? <GapActions gap={gap} decision={decision} /> : null}
        </div>
        {decision.problem ? (
          <p role="alert" className="pt-2 text-13 text-danger">
            {decision.problem}
          </p>
        ) : null}
      </header>
      <div className="flex max-w-[760px] flex-col gap-8 px-4 py-6 md:px-8">
        {open ? (
          <GapChange gap={gap} choice={choice} onChoice={setChoice} />
        ) : (
          <GapOutcome {...{ gap, now, decision }} />
        )}
        {gap.suggestion?.reply ? <SourceReply reply={gap.suggestion.reply} locale={gap.locale} now={now} /> : null}
        {open ? <NearestArticle gap={gap} decision={decision} /> : null}
        <AskedQuestions gap={gap} now={now} />
      </div>
    </section>
  );
}
