import { z } from "zod";
import { LOCALES } from "@/lib/i18n";
import { CHANNELS } from "./channels";
import type { AccuracyFigure } from "./evaluation";
import type { PresenceState } from "./routing";

/** Whole days of the company's calendar that end with today, so far. */
export const PERIODS = ["today", "7d", "30d"] as const;
export type Period = (typeof PERIODS)[number];
export const PERIOD_DAYS: Record<Period, number> = { today: 1, "7d": 7, "30d": 30 };

/** Below this many cases a share says little: the count is shown instead, and nothing is compared. */
export const SMALL_SAMPLE = 10;

export const dashboardSchema = z.object({
  period: z.enum(PERIODS).default("7d"),
  /** Whether the period before is counted too. */
  compare: z.boolean().default(true),
  groupId: z.string().max(64).optional(),
  channel: z.enum(CHANNELS).optional(),
  locale: z.enum(LOCALES).optional(),
});
export type DashboardInput = z.infer<typeof dashboardSchema>;

/** So many of so many; both are shown, and a percentage only of enough. */
export type Ratio = { numerator: number; denominator: number };
/** The middle of `n` durations; null when there are none. */
export type MedianSeconds = { seconds: number | null; n: number };

/** What is counted over a period. docs/definitions.md defines each by the same name. */
export type PeriodFigures = {
  conversations: number;
  resolutionRate: Ratio;
  containment: Ratio;
  personFirstResponse: MedianSeconds;
  assistantFirstResponse: MedianSeconds;
  answerRate: Ratio;
  assistantAnswerRate: Ratio;
  /** Of the questions put to the assistant. */
  recognitionRate: Ratio;
  /** Confirmed and assumed together, of the conversations the assistant took part in that ended. */
  selfResolution: Ratio;
  selfConfirmed: Ratio;
  selfAssumed: Ratio;
  csat: Ratio;
  ticketsCreated: number;
  ticketsResolved: number;
  ticketResolutionTime: MedianSeconds;
};

/** Figures of this moment. */
export type NowFigures = {
  queue: { count: number; longestSince: string | null };
  withPeople: number;
  withAssistant: number;
  openTickets: number;
  agents: { id: string; name: string; state: PresenceState; load: number; capacity: number }[];
};

/** One calendar day of the company. */
export type DayFigures = { day: string; conversations: number; containment: Ratio };

export type Dashboard = {
  /** ISO instants; `to` is when it was counted. */
  range: { from: string; to: string };
  timeZone: string;
  now: NowFigures;
  current: PeriodFigures;
  /** The same stretch of time right before, up to the same clock time; null when not asked for. */
  previous: PeriodFigures | null;
  /** Measured last on the golden set, of the filter's language; null while nothing was measured. */
  accuracy: AccuracyFigure | null;
  /** Conversations by the hour of day in which they began, added up over the period: 24 numbers. */
  hours: number[];
  /** Every day of the period, at least the last seven. */
  days: DayFigures[];
};

/** A question the assistant had no answer to. */
export type UnansweredQuestion = { conversationId: string; text: string; locale: string; at: string };
