"use client";

import { useTranslations } from "next-intl";
import { StatTile, type StatTileProps } from "@/components/shared/stat-tile";
import type { Period } from "@/lib/contracts/analytics";
import type { Change } from "./figure-text";

export type FigureName =
  | "conversations"
  | "resolutionRate"
  | "containment"
  | "personFirstResponse"
  | "assistantFirstResponse"
  | "answerRate"
  | "assistantAnswerRate"
  | "recognitionRate"
  | "selfResolution"
  | "selfConfirmed"
  | "selfAssumed"
  | "csat"
  | "queue"
  | "agents"
  | "ticketsCreated"
  | "ticketsResolved"
  | "ticketResolutionTime"
  | "openTickets";

/** Where more is better, and where less is; elsewhere a change has no colour. */
const BETTER: Partial<Record<FigureName, "up" | "down">> = {
  resolutionRate: "up",
  containment: "up",
  csat: "up",
  answerRate: "up",
  assistantAnswerRate: "up",
  recognitionRate: "up",
  selfResolution: "up",
  selfConfirmed: "up",
  personFirstResponse: "down",
  assistantFirstResponse: "down",
  ticketResolutionTime: "down",
};

export interface FigureTileProps extends Pick<StatTileProps, "value" | "unit" | "sample" | "freshness" | "trend"> {
  name: FigureName;
  change?: Change | null;
  period: Period;
}

/** A figure under its name with its definition and how it moved against the period before. */
export function FigureTile({ name, change, period, ...tile }: FigureTileProps) {
  const t = useTranslations("analytics");
  return (
    <StatTile
      {...tile}
      label={t(`figure.${name}`)}
      definition={t(`definition.${name}`)}
      comparison={
        change
          ? {
              direction: change.direction,
              text:
                change.direction === "same"
                  ? t("compare.same", { period: t(`compare.${period}`) })
                  : t(`compare.${change.kind}`, {
                      change: change.amount,
                      size: change.size,
                      period: t(`compare.${period}`),
                    }),
              verdict: verdict(BETTER[name], change.direction),
            }
          : undefined
      }
    />
  );
}

function verdict(better: "up" | "down" | undefined, direction: Change["direction"]): "better" | "worse" | undefined {
  if (!better || direction === "same") return undefined;
  return better === direction ? "better" : "worse";
}
