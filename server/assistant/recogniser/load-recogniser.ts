import { type SQL, sql } from "drizzle-orm";
import { fromBase64 } from "@/lib/crypto";
import type { Locale } from "@/lib/i18n";
import { type SqlExecutor, selectRows } from "@/server/sql";
import { decodeRecogniser } from "./encode-recogniser";
import type { Recogniser } from "./recogniser";

/** Versions in force by language, as JSON: for the select list of a statement that is made anyway. */
export const recogniserVersions: SQL = sql`(select jsonb_object_agg(r.locale, r.version) from recognisers r)`;

/** What {@link recogniserVersions} gives. */
export type RecogniserVersions = Partial<Record<Locale, string>> | null;

type Loaded = { version: string; model: Promise<Recogniser | null> };
const loaded = new Map<Locale, Loaded>();

/**
 * The recogniser in force of a language, from memory while its version is the one in force. Runs on edge and in Node.
 * @param version from {@link recogniserVersions}; undefined when none was trained yet: then nothing is read.
 * @returns null when there is none, or when it was written by another release and is not trained anew yet.
 */
export function loadRecogniser(
  db: SqlExecutor,
  locale: Locale,
  version: string | undefined,
): Promise<Recogniser | null> {
  if (version === undefined) return Promise.resolve(null);
  const known = loaded.get(locale);
  if (known?.version === version) return known.model;
  const model = read(db, locale);
  loaded.set(locale, { version, model });
  model.catch(() => loaded.delete(locale));
  return model;
}

async function read(db: SqlExecutor, locale: Locale): Promise<Recogniser | null> {
  const [row] = await selectRows<{ model: string }>(db, sql`select model from recognisers where locale = ${locale}`);
  if (!row) return null;
  try {
    return decodeRecogniser(fromBase64(row.model));
  } catch {
    return null;
  }
}
