import { useTranslations } from "next-intl";
import type { TicketHistoryEntry } from "@/lib/contracts/tickets";
import { formatDuration } from "@/lib/format-duration";
import { ticketStages } from "@/lib/ticket-stages";
import { StageTrack } from "../shared/stage-track";
import { trackState } from "./track-state";

export interface TicketStagesProps {
  history: readonly TicketHistoryEntry[];
  locale: string;
  now: Date;
}

/** A ticket's stages with the time spent in each, in the console's words. */
export function TicketStages({ history, locale, now }: TicketStagesProps) {
  const t = useTranslations("tickets");
  const stages = ticketStages(history, now).map((view) => ({
    id: view.stage,
    label: t(`stage.${view.stage}`),
    state: trackState(view),
    // How long it has been solved says nothing to anybody.
    detail:
      view.seconds === null || view.stage === "solved"
        ? undefined
        : (formatDuration(view.seconds, locale) ?? t("underMinute")),
  }));
  return <StageTrack label={t("detail.stages")} stages={stages} />;
}
