export const PRESENCE_STATES = ["online", "busy", "away", "offline"] as const;
export type PresenceState = (typeof PRESENCE_STATES)[number];

/** An agent not seen for this long counts as offline, and their conversations go back to the queue. */
export const PRESENCE_TIMEOUT_SECONDS = 60;
export const DEFAULT_CAPACITY = 5;

/** Opening hours of a calendar: minutes since local midnight by weekday (0 = Sunday), with closed and extra days. */
export type CalendarHours = {
  timeZone: string;
  weekly: Record<"0" | "1" | "2" | "3" | "4" | "5" | "6", { from: number; to: number }[]>;
  /** Local dates (YYYY-MM-DD) on which nobody works. */
  closedDays: string[];
  /** Local dates worked although the weekday is free (调休), with that day's hours. */
  extraDays: Record<string, { from: number; to: number }[]>;
};
