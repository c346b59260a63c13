import type { CalendarHours } from "@/lib/contracts/routing";
import type { Locale } from "@/lib/i18n";
import { formatOpening } from "@/lib/opening-week";
import en from "@/messages/en/assistant.json";
import zh from "@/messages/zh/assistant.json";
import { reopening } from "@/server/routing/opening-hours";
import { fillResult, plainValue } from "./actions/plain-value";

const WORDS = { en: en.said, zh: zh.said };

/** What the assistant says by itself. */
export type Said = keyof typeof en.said;

/** Names the questions of a message that knowledge does not answer. */
export function leftOpen(locale: Locale, questions: readonly string[]): string {
  return listed(say(locale, "left_open"), questions);
}

/** Names what is seen to after what is being done. */
export function nextInLine(locale: Locale, questions: readonly string[]): string {
  return listed(say(locale, "next_in_line"), questions);
}

/** Names what a person who is being fetched is told besides. */
export function passedOn(locale: Locale, questions: readonly string[]): string {
  return listed(say(locale, "passed_on"), questions);
}

function listed(lead: string, questions: readonly string[]): string {
  return [lead, ...questions.map((question) => `- ${plainValue(question)}`)].join("\n");
}

/** A question as the customer put it, as the head of what is said to it. */
export function headingOf(question: string): string {
  const plain = plainValue(question);
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

/** A fixed sentence of the assistant's in the customer's language. */
export function say(locale: Locale, said: Said): string {
  return WORDS[locale][said];
}

/** Says that nobody can be fetched, and offers to take a message; outside opening hours with when people are next there. */
export function sayNobodyOnline(locale: Locale, openingHours: CalendarHours | null, now: Date): string {
  const opensAt = reopening(openingHours, now);
  if (!openingHours || !opensAt) return say(locale, "nobody_online");
  const time = formatOpening(opensAt, now, { locale, timeZone: openingHours.timeZone });
  return fillResult(say(locale, "closed"), { time });
}

/** A fixed sentence of the assistant's that may name the company and itself, or when people are next there. */
export function sayAs(
  locale: Locale,
  said: Said,
  { company, assistant, openingHours }: { company: string; assistant: string; openingHours: CalendarHours | null },
  now: Date,
): string {
  if (said === "nobody_online") return sayNobodyOnline(locale, openingHours, now);
  return fillResult(say(locale, said), { company, assistant });
}
