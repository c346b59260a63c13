import type { Locale } from "@/lib/i18n";
import type { Example } from "./train-recogniser";
import { withoutPersons } from "./without-persons";

/** Examples as a recogniser may learn them: those from conversations without names, numbers and addresses. */
export function cleanExamples(examples: readonly Example[], locale: Locale, now: Date): Example[] {
  return examples.map((row) => (row.learnt ? { ...row, text: withoutPersons(row.text, locale, now) } : row));
}
