import { getTranslations } from "next-intl/server";
import { TICKET_TYPES } from "@/lib/contracts/tickets";
import type { Locale } from "@/lib/i18n";

const PLAIN = [
  "title",
  "intro",
  "subject",
  "subjectHint",
  "description",
  "descriptionHint",
  "type",
  "order",
  "orderHint",
  "contact",
  "contactHint",
  "phone",
  "email",
  "submit",
] as const;

export type RequestFormWords = Record<(typeof PLAIN)[number], string> & { types: { value: string; label: string }[] };

/** Every word of the form, so that the browser gets these few strings and no message catalogue. */
export async function requestFormWords(locale: Locale): Promise<RequestFormWords> {
  const t = await getTranslations({ locale, namespace: "tickets" });
  const words = Object.fromEntries(PLAIN.map((key) => [key, t(`form.${key}`)])) as Record<
    (typeof PLAIN)[number],
    string
  >;
  return { ...words, types: TICKET_TYPES.map((type) => ({ value: type, label: t(`type.${type}`) })) };
}
