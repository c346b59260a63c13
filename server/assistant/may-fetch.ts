import type { SettingsOf } from "@/lib/contracts/settings";
import { isOpen } from "@/server/routing/opening-hours";
import type { Staffing } from "@/server/routing/staffing";

/**
 * Whether the assistant may fetch a person at an instant: somebody is online, and outside opening hours the company wants
 * people, not messages. Pure.
 */
export function mayFetch(
  { agentsOnline, openingHours }: Staffing,
  { whenClosed }: Pick<SettingsOf<"assistant">, "whenClosed">,
  at: Date,
): boolean {
  return agentsOnline > 0 && (whenClosed === "people" || isOpen(openingHours, at));
}
