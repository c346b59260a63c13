import { sql } from "drizzle-orm";
import { SETTINGS, type UpdateSettingsInput } from "@/lib/contracts/settings";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { forgetSettings, readSettings } from "./get-settings";
import { writeSettings } from "./write-settings";

/**
 * Saves one subject. Returns its new version.
 * @throws ServiceError conflict `changed_elsewhere` when someone saved since the form was opened.
 */
export async function updateSettings({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: UpdateSettingsInput;
}): Promise<{ version: number }> {
  requirePermission(ctx, "settings:manage");
  const { subject } = input;
  const version = await withTransaction(ctx, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`settings:${subject}`}))`);
    const current = await readSettings(tx, subject);
    if (current.version !== input.version) throw conflict("changed_elsewhere");
    return writeSettings(tx, ctx, subject, SETTINGS[subject].parse({ ...current.value, ...input.value }));
  });
  forgetSettings(subject);
  return { version };
}
