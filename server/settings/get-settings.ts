import { sql } from "drizzle-orm";
import { SETTINGS, type SettingsOf, type SettingsSubject } from "@/lib/contracts/settings";
import { type SqlExecutor, selectRows } from "@/server/sql";

const KEPT_MS = 1_000;
const kept = new Map<SettingsSubject, { value: unknown; until: number }>();

/** Makes the next read of a subject in this process see the database. */
export function forgetSettings(subject: SettingsSubject): void {
  kept.delete(subject);
}

/** Keeps a value that another statement brought along. `stored` is as the database holds it. */
export function keepSettings(subject: SettingsSubject, stored: unknown): void {
  kept.set(subject, { value: SETTINGS[subject].parse(stored ?? {}), until: performance.now() + KEPT_MS });
}

/** The value this process saw last, however old, without asking: the defaults before any. */
export function lastSettings<Subject extends SettingsSubject>(subject: Subject): SettingsOf<Subject> {
  return (kept.get(subject)?.value ?? SETTINGS[subject].parse({})) as SettingsOf<Subject>;
}

/** One subject's settings and their version (0 = never saved), with the schema's defaults for whatever is not stored. */
export async function readSettings<Subject extends SettingsSubject>(
  db: SqlExecutor,
  subject: Subject,
): Promise<{ value: SettingsOf<Subject>; version: number }> {
  const [row] = await selectRows<{ value: unknown; version: number }>(
    db,
    sql`select value, version from settings where subject = ${subject}`,
  );
  return { value: SETTINGS[subject].parse(row?.value ?? {}) as SettingsOf<Subject>, version: row?.version ?? 0 };
}

/** The same value, up to a second old: another process may have saved a newer one in between. */
export async function getSettings<Subject extends SettingsSubject>(
  db: SqlExecutor,
  subject: Subject,
): Promise<SettingsOf<Subject>> {
  const known = kept.get(subject);
  if (known && known.until > performance.now()) return known.value as SettingsOf<Subject>;
  const { value } = await readSettings(db, subject);
  kept.set(subject, { value, until: performance.now() + KEPT_MS });
  return value;
}
