import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "../layout/console-context";
import { Time } from "../shared/time";
import { Button, buttonStyles } from "../ui/button";
import type { GapDetail } from "./gap-types";
import type { Decision } from "./use-decision";

type GapOutcomeProps = { gap: GapDetail; now: Date; decision: Decision };

/** What became of a suggestion, by whom, and the ways on from there. */
export function GapOutcome({ gap, now, decision }: GapOutcomeProps) {
  const t = useTranslations("gaps");
  const reader = useReader();
  const { state, closedAt, reason, articleId } = gap;
  if (state !== "drafted" && state !== "published" && state !== "dismissed") return null;
  return (
    <div className="flex flex-col gap-3 text-13">
      <p>
        {t(`became.${state}`, { name: gap.closedBy ?? t("became.someone") })}
        {closedAt ? (
          <span className="text-muted">
            {" "}
            · <Time at={closedAt} now={now} {...reader} />
          </span>
        ) : null}
        {reason ? <span className="text-muted"> · {t(`reason.${reason}`)}</span> : null}
      </p>
      <div className="flex flex-wrap gap-2">
        {articleId ? (
          <Link href={`/knowledge/${articleId}?lang=${gap.locale}`} className={buttonStyles({})}>
            {t(state === "drafted" ? "action.openDraft" : "change.open")}
          </Link>
        ) : null}
        {state === "published" ? null : (
          <Button variant="quiet" pending={decision.pending} onClick={() => void decision.reopen()}>
            {t("action.reopen")}
          </Button>
        )}
      </div>
    </div>
  );
}
