import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { loadCatalogue } from "@/server/assistant/facts/load-catalogue";
import {
  loadRecogniser,
  type RecogniserVersions,
  recogniserVersions,
} from "@/server/assistant/recogniser/load-recogniser";
import { recognise } from "@/server/assistant/recogniser/recognise";
import { getSettings } from "@/server/settings/get-settings";
import { selectRows } from "@/server/sql";
import type { Written } from "./mask-text";

/** Less sure than this the recogniser's word says nothing about what is alike. */
const SURE_ENOUGH = 0.3;

/** What is needed to read what customers wrote: the catalogue, the company's zone and the recognisers in force. */
export type Reading = {
  written: (by: { locale: Locale; at: Date; timeZone: string | null; customer: string | null }) => Written;
  labelOf: (text: string, locale: Locale) => Promise<string | null>;
};

/** The language a text is written in, else the one of its conversation. */
export function languageOf(text: string, fallback: string): Locale {
  const written = detectLocale(text);
  if (isLocale(written)) return written;
  return isLocale(fallback) ? fallback : DEFAULT_LOCALE;
}

/** Made once for a run. */
export async function prepareReading(db: Executor): Promise<Reading> {
  const products = await loadCatalogue(db);
  const { timeZone: zone, phone, email } = await getSettings(db, "company");
  const [row] = await selectRows<{ versions: RecogniserVersions }>(db, sql`select ${recogniserVersions} as versions`);
  return {
    written: ({ locale, at, timeZone, customer }) => ({
      locale,
      now: at,
      timeZone: timeZone ?? zone,
      products,
      known: customer ? [customer] : [],
      own: [phone, email],
    }),
    labelOf: async (text, locale) => {
      const recogniser = await loadRecogniser(db, locale, row?.versions?.[locale]);
      const best = recogniser && recognise(recogniser, text);
      return best && best.confidence >= SURE_ENOUGH ? best.label : null;
    },
  };
}
