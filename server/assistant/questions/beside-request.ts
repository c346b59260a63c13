import type { Locale } from "@/lib/i18n";
import { isHandoffRequest } from "@/server/conversations/handoff-request";
import { CHINESE } from "./chinese";
import { ENGLISH } from "./english";
import { readClauses } from "./read-clauses";

/**
 * What a message that asks for a person asks besides: its other clauses, where one of them is a question; else nothing, as
 * what is only told ("it is broken") says why the person is wanted. Pure.
 */
export function besideRequest(text: string, locale: Locale): string {
  const clauses = readClauses(text, locale === "zh" ? CHINESE : ENGLISH);
  const others = clauses.filter((clause) => !isHandoffRequest(clause.text));
  return others.some(({ kind }) => kind === "asks")
    ? others
        .map((clause) => clause.text)
        .join(" ")
        .trim()
    : "";
}
