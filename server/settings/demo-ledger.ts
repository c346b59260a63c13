import { eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { settings } from "@/db/schema";
import { SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import { readSettings } from "./get-settings";

/** Tables that hold the company's own rows beside the demo's; all others hold what customers did, or follow from these. */
export const SHARED_TABLES = [
  "articles",
  "branches",
  "categories",
  "calendars",
  "golden_cases",
  "products",
  "skill_groups",
  "staff",
  "teams",
] as const;
type Ids = Record<string, string[]>;

/** The ids in every shared table now. */
export async function sharedIds(db: Executor): Promise<Ids> {
  const ids: Ids = {};
  for (const table of SHARED_TABLES) {
    const { rows } = await db.execute<{ id: string }>(sql`select id from ${sql.identifier(table)} order by id`);
    ids[table] = rows.map(({ id }) => id);
  }
  return ids;
}

/** What is in `now` and was not in `before`. */
export function addedIds(before: Ids, now: Ids): Ids {
  return Object.fromEntries(
    Object.entries(now).map(([table, ids]) => {
      const known = new Set(before[table]);
      return [table, ids.filter((id) => !known.has(id))];
    }),
  );
}

/** Stores how far the demo is. Its own row and no event: it is written while the demo's transaction is still open. */
export async function writeDemo(db: Executor, changes: Partial<SettingsOf<"demo">>): Promise<void> {
  const { value } = await readSettings(db, "demo");
  const next = SETTINGS.demo.parse({ ...value, ...changes });
  await db
    .insert(settings)
    .values({ subject: "demo", value: next })
    .onConflictDoUpdate({ target: settings.subject, set: { value: next, version: sql`${settings.version} + 1` } });
}

/** Forgets that there was a demo. */
export async function forgetDemo(db: Executor): Promise<void> {
  await db.delete(settings).where(eq(settings.subject, "demo"));
}
