import { getTranslations } from "next-intl/server";
import { StageTrack } from "@/components/shared/stage-track";
import type { TicketHistoryEntry } from "@/lib/contracts/tickets";
import { formatDuration } from "@/lib/format-duration";
import type { Locale } from "@/lib/i18n";
import { ticketStages } from "@/lib/ticket-stages";
import { trackState } from "./track-state";

/** A request's stages with the time spent in each, in the customer's words. */
export async function ProgressStages({
  history,
  locale,
  now,
}: {
  history: readonly TicketHistoryEntry[];
  locale: Locale;
  now: Date;
}) {
  const t = await getTranslations({ locale, namespace: "tickets" });
  const stages = ticketStages(history, now).map((view) => ({
    id: view.stage,
    label: t(`publicStage.${view.stage}`),
    state: trackState(view),
    // How long it has been solved says nothing to anybody.
    detail:
      view.seconds === null || view.stage === "solved"
        ? undefined
        : (formatDuration(view.seconds, locale) ?? t("underMinute")),
  }));
  return <StageTrack label={t("progress.stages")} stages={stages} />;
}
