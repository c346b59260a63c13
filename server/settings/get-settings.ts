import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { settings } from "@/db/schema";
import { SETTINGS, type SettingsOf, type SettingsSubject } from "@/lib/contracts/settings";

const KEPT_MS = 1_000;
const kept = new Map<SettingsSubject, { value: unknown; until: number }>();

/** Makes the next read of a subject in this process see the database. */
export function forgetSettings(subject: SettingsSubject): void {
  kept.delete(subject);
}

/** One subject's settings and their version (0 = never saved), with the schema's defaults for whatever is not stored. */
export async function readSettings<Subject extends SettingsSubject>(
  db: Executor,
  subject: Subject,
): Promise<{ value: SettingsOf<Subject>; version: number }> {
  const [row] = await db
    .select({ value: settings.value, version: settings.version })
    .from(settings)
    .where(eq(settings.subject, subject));
  return { value: SETTINGS[subject].parse(row?.value ?? {}) as SettingsOf<Subject>, version: row?.version ?? 0 };
}

/** The same value, up to a second old: another process may have saved a newer one in between. */
export async function getSettings<Subject extends SettingsSubject>(
  db: Executor,
  subject: Subject,
): Promise<SettingsOf<Subject>> {
  const known = kept.get(subject);
  if (known && known.until > performance.now()) return known.value as SettingsOf<Subject>;
  const { value } = await readSettings(db, subject);
  kept.set(subject, { value, until: performance.now() + KEPT_MS });
  return value;
}
