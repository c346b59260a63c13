import { type SQL, sql } from "drizzle-orm";
import { fromBase64 } from "@/lib/crypto";
import type { Locale } from "@/lib/i18n";
import { defer } from "@/server/deferred";
import { type SqlExecutor, selectRows } from "@/server/sql";
import { decodeRecogniser } from "./encode-recogniser";
import { decodeEnsemble } from "./ensemble/encode-ensemble";
import type { Recogniser } from "./recogniser";

/** Names a recogniser in force, and the second opinion to hear beside it; null where there is none or it is switched off. */
export type RecogniserVersion = { base: string; ensemble: string | null };

/** Versions in force by language, as JSON: for the select list of a statement that is made anyway. */
export const recogniserVersions: SQL = sql`(select json_object_agg(r.locale, json_build_object('base', r.version,
  'ensemble', case when r.ensemble is not null and not exists (select 1 from settings s
    where s.subject = 'assistant' and s.value->>'strongerRecogniser' = 'false') then r.ensemble_version end)) from recognisers r)`;

/** What {@link recogniserVersions} gives. */
export type RecogniserVersions = Partial<Record<Locale, RecogniserVersion>> | null;

type Kept<Model> = { version: string; model: Promise<Model | null> };
const bases = new Map<Locale, Kept<Recogniser>>();
/** Recognisers with their second opinion; `whole` once it is in memory. */
const wholes = new Map<Locale, Kept<Recogniser> & { whole: Recogniser | null }>();

/**
 * The recogniser in force of a language, from memory while its version is the one in force. Nobody waits for a second
 * opinion: it is read beside, and heard once it is in memory. Runs on edge and in Node.
 * @param version from {@link recogniserVersions}; undefined when none was trained yet: then nothing is read.
 * @returns null when there is none, or when it was written by another release and is not trained anew yet.
 */
export async function loadRecogniser(
  db: SqlExecutor,
  locale: Locale,
  version: RecogniserVersion | undefined,
): Promise<Recogniser | null> {
  if (version === undefined) return null;
  const base = await loadBase(db, locale, version.base);
  if (!base || version.ensemble === null) return base;
  const name = `${version.base} ${version.ensemble}`;
  const known = wholes.get(locale);
  if (known?.version === name) return known.whole ?? base;
  const model = readWhole(db, locale, version, base);
  const kept = { version: name, model, whole: null as Recogniser | null };
  wholes.set(locale, kept);
  defer(async () => {
    try {
      kept.whole = await model;
    } catch {
      if (wholes.get(locale) === kept) wholes.delete(locale);
    }
  });
  return base;
}

/** Waits until every recogniser in force is in memory with its second opinion: for measuring. */
export async function loadWholeRecognisers(db: SqlExecutor, versions: RecogniserVersions): Promise<void> {
  for (const [locale, version] of Object.entries(versions ?? {}) as [Locale, RecogniserVersion][]) {
    await loadRecogniser(db, locale, version);
    await wholes.get(locale)?.model;
  }
}

function loadBase(db: SqlExecutor, locale: Locale, version: string): Promise<Recogniser | null> {
  const known = bases.get(locale);
  if (known?.version === version) return known.model;
  const model = readBase(db, locale);
  bases.set(locale, { version, model });
  model.catch(() => bases.delete(locale));
  return model;
}

async function readBase(db: SqlExecutor, locale: Locale): Promise<Recogniser | null> {
  const [row] = await selectRows<{ model: string }>(db, sql`select model from recognisers where locale = ${locale}`);
  return row ? readable(() => decodeRecogniser(fromBase64(row.model))) : null;
}

/** The recogniser with the second opinion that was trained for this very one. */
async function readWhole(db: SqlExecutor, locale: Locale, version: RecogniserVersion, base: Recogniser) {
  const [row] = await selectRows<{ ensemble: string | null }>(
    db,
    sql`select ensemble from recognisers
      where locale = ${locale} and version = ${version.base} and ensemble_version = ${version.ensemble}`,
  );
  const stored = row?.ensemble;
  return stored ? readable(() => ({ ...base, ensemble: decodeEnsemble(fromBase64(stored), base) })) : null;
}

function readable<Model>(decode: () => Model): Model | null {
  try {
    return decode();
  } catch {
    return null;
  }
}
