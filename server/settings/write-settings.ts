import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { settings } from "@/db/schema";
import { SETTINGS, type SettingsOf, type SettingsSubject } from "@/lib/contracts/settings";
import type { ServiceContext } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";

/** Stores one subject as a whole, in the caller's transaction. Returns the new version. */
export async function writeSettings<Subject extends SettingsSubject>(
  tx: Transaction,
  ctx: ServiceContext,
  subject: Subject,
  value: SettingsOf<Subject>,
): Promise<number> {
  const stored = SETTINGS[subject].parse(value);
  const [row] = await tx
    .insert(settings)
    .values({ subject, value: stored })
    .onConflictDoUpdate({
      target: settings.subject,
      set: { value: stored, version: sql`${settings.version} + 1`, updatedAt: ctx.now },
    })
    .returning({ version: settings.version });
  const version = row?.version ?? 0;
  await emitEvent(tx, ctx, { name: "settings.changed", entityId: subject, data: { version } });
  return version;
}
