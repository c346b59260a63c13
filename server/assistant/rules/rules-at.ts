import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import type { CalendarHours } from "@/lib/contracts/routing";
import { isOpen } from "@/server/routing/opening-hours";

/** The rules that count at an instant; without a calendar it is never outside opening hours. Pure. */
export function rulesAt<Rule extends Pick<AssistantRule, "hours">>(
  rules: readonly Rule[],
  openingHours: CalendarHours | null,
  at: Date,
): Rule[] {
  const now = isOpen(openingHours, at) ? "open" : "closed";
  return rules.filter(({ hours }) => hours === "always" || hours === now);
}
