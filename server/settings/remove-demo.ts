import { eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachments, staff, teams } from "@/db/schema";
import type { SetupInput } from "@/lib/contracts/setup";
import { decryptField, encryptField, hashField } from "@/lib/crypto";
import { hashPassword } from "@/server/auth/password";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict, invalid } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { deleteStoredFile } from "@/server/storage/file-store";
import { withTransaction } from "@/server/transaction";
import { describeCompany } from "./complete-setup";
import { forgetSettings, readSettings } from "./get-settings";

/** Tables that describe the installation and its people; every other table is emptied. */
const KEPT = [
  "settings",
  "inboxes",
  "calendars",
  "skill_groups",
  "skill_group_members",
  "teams",
  "staff",
  "staff_tokens",
  "api_keys",
  "presence",
  "sign_in_failures",
];

const DEMO_ADDRESS = /@[^@]+\.example$/i;

/** Removes people of the demo: addresses under `.example`, which nobody can own. The one who asks stays. */
async function removeDemoStaff(tx: Transaction, keepId: string): Promise<void> {
  const others = await tx.select().from(staff).where(ne(staff.id, keepId));
  for (const person of others) {
    const email = await decryptField(person.emailEncrypted, "staff.email");
    if (DEMO_ADDRESS.test(email)) await tx.delete(staff).where(eq(staff.id, person.id));
  }
  await tx.delete(teams);
}

/** Empties every table that is not kept, present and future ones alike. */
async function emptyTables(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !KEPT.includes(name));
  const list = sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
  await tx.execute(sql`truncate ${list} restart identity`);
}

/**
 * Replaces the demo company by one's own: removes its customers, conversations, tickets, articles and staff for good,
 * describes the company anew and gives the administrator who asks their own name, address and password.
 * @param input.confirmation the demo company's name, typed. @throws ServiceError conflict `not_demo`, invalid `confirmation_wrong`.
 */
export async function removeDemo({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SetupInput & { confirmation: string };
}): Promise<void> {
  const { actor } = requirePermission(ctx, "settings:manage");
  const { name, email, password } = input.admin;
  const account = {
    name,
    publicName: name,
    locale: input.company.locale,
    emailEncrypted: await encryptField(email, "staff.email"),
    emailHash: await hashField(email),
    passwordHash: await hashPassword(password),
    teamId: null,
  };
  const files = await withTransaction(ctx, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('settings:company'))`);
    const { value } = await readSettings(tx, "company");
    if (!value.demo) throw conflict("not_demo");
    if (![value.name.zh, value.name.en].includes(input.confirmation.trim())) throw invalid("confirmation_wrong");
    const stored = await tx.select({ key: attachments.storageKey }).from(attachments);
    await emptyTables(tx);
    await removeDemoStaff(tx, actor.staffId);
    await tx
      .update(staff)
      .set({ ...account, sessionVersion: sql`${staff.sessionVersion} + 1` })
      .where(eq(staff.id, actor.staffId));
    await describeCompany(tx, ctx, input.company);
    await emitEvent(tx, ctx, { name: "staff.password_changed", entityId: actor.staffId });
    return stored;
  });
  forgetSettings("company");
  for (const { key } of files) await deleteStoredFile(key);
}
