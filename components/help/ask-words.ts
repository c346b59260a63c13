import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n";

/** Words of the ask field. `{query}` stands for what is typed; `found` is by count: none, one, more (`{count}`). */
export type AskWords = {
  label: string;
  placeholder: string;
  submit: string;
  results: string;
  ask: string;
  found: { none: string; one: string; other: string };
};

/** The ask field's words, ready for the browser. */
export async function askWords(locale: Locale): Promise<AskWords> {
  const t = await getTranslations({ locale, namespace: "help.ask" });
  return {
    label: t("label"),
    placeholder: t("placeholder"),
    submit: t("submit"),
    results: t("results"),
    ask: t.raw("ask"),
    found: { none: t("foundNone"), one: t("foundOne"), other: t.raw("foundOther") },
  };
}
