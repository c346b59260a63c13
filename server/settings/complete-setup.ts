import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staff } from "@/db/schema";
import { sameHours } from "@/lib/contracts/calendars";
import { SETTINGS } from "@/lib/contracts/settings";
import type { SetupInput } from "@/lib/contracts/setup";
import { encryptField, hashField } from "@/lib/crypto";
import { env } from "@/lib/env";
import { hashPassword } from "@/server/auth/password";
import { sameSecret } from "@/server/auth/same-secret";
import type { ServiceContext } from "@/server/context";
import { conflict, forbidden } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { ensureInboxes } from "./ensure-inboxes";
import { forgetSettings, readSettings } from "./get-settings";
import { writeSettings } from "./write-settings";

/** Whether this is the token the launcher printed; it is worthless once there is staff. */
export function isSetupToken(token: string): boolean {
  const expected = env().SETUP_TOKEN;
  return Boolean(expected) && sameSecret(token, expected ?? "");
}

/** Names, hours and inboxes of the company as described; the same name serves both languages until it is changed. */
export async function describeCompany(
  tx: Transaction,
  ctx: ServiceContext,
  company: SetupInput["company"],
): Promise<void> {
  const { value } = await readSettings(tx, "company");
  const { companyName, locale, timeZone, days, from, to } = company;
  const name = { zh: companyName, en: companyName };
  const described = { ...value, name, timeZone, defaultLocale: locale, demo: false };
  await writeSettings(tx, ctx, "company", SETTINGS.company.parse(described));
  await ensureInboxes(tx, sameHours(timeZone, days, { from, to }));
}

/**
 * Sets up an empty installation: company, hours, inboxes and the first administrator, all or nothing.
 * @throws ServiceError forbidden `setup_token_wrong`, conflict `setup_done` once anybody works here.
 */
export async function completeSetup({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SetupInput & { token: string };
}): Promise<{ staffId: string }> {
  if (!isSetupToken(input.token)) throw forbidden("setup_token_wrong");
  const { name, email, password } = input.admin;
  const values = {
    name,
    publicName: name,
    role: "admin" as const,
    locale: input.company.locale,
    emailEncrypted: await encryptField(email, "staff.email"),
    emailHash: await hashField(email),
    passwordHash: await hashPassword(password),
  };
  const staffId = await withTransaction(ctx, async (tx) => {
    await tx.execute(sql`lock table ${staff} in exclusive mode`);
    if ((await tx.$count(staff)) > 0) throw conflict("setup_done");
    const [row] = await tx.insert(staff).values(values).returning({ id: staff.id });
    if (!row) throw new Error("Administrator not stored");
    await describeCompany(tx, ctx, input.company);
    await emitEvent(tx, ctx, { name: "staff.invited", entityId: row.id, data: { role: "admin" } });
    return row.id;
  });
  forgetSettings("company");
  return { staffId };
}
