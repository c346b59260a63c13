import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachments, staff } from "@/db/schema";
import { COMPANY as DEMO_COMPANY } from "@/db/seed/own-words";
import { SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import type { StartOwnInput } from "@/lib/contracts/setup";
import { encryptField, hashField } from "@/lib/crypto";
import { LOCALES } from "@/lib/i18n";
import { hashPassword } from "@/server/auth/password";
import { asSystem, requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { conflict, invalid } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { rebuildIndex } from "@/server/knowledge/rebuild-index";
import { deleteStoredFile } from "@/server/storage/file-store";
import { violatedConstraint, withTransaction } from "@/server/transaction";
import { describeCompany } from "./complete-setup";
import { forgetDemoAccounts } from "./demo-accounts";
import { forgetDemo } from "./demo-ledger";
import { demoRows, isDemoName, removeDemoRows } from "./demo-rows";
import { forgetSettings, readSettings } from "./get-settings";
import { writeSettings } from "./write-settings";

/** What an administrator has to tell so that there is a company, and somebody to sign in, once the demo is gone. */
export type StartOwnNeeds = { company: boolean; account: boolean };

/** @throws ServiceError conflict `not_demo`. */
export async function startOwnNeeds({ ctx }: { ctx: ServiceContext }): Promise<StartOwnNeeds> {
  const { actor } = requirePermission(ctx, "settings:manage");
  const { value } = await readSettings(ctx.db, "company");
  if (!value.demo) throw conflict("not_demo");
  return needsOf(value, await demoRows(ctx.db), actor);
}

function needsOf(company: SettingsOf<"company">, demo: Record<string, string[]>, actor: StaffActor): StartOwnNeeds {
  return {
    company: isDemoName(company),
    account: demo.staff?.includes(actor.staffId) === true,
  };
}

/** The company as it is, without what the demo said about itself. */
function withoutDemo(company: SettingsOf<"company">): SettingsOf<"company"> {
  const kept = { ...company, demo: false };
  const { phone, email, assistantName } = kept;
  if (phone === DEMO_COMPANY.phone) kept.phone = "";
  if (email === DEMO_COMPANY.email) kept.email = "";
  if (assistantName.zh === DEMO_COMPANY.assistantName.zh) kept.assistantName = SETTINGS.company.parse({}).assistantName;
  return kept;
}

async function accountOf(input: StartOwnInput) {
  if (!input.admin) return null;
  const { name, email, password } = input.admin;
  return {
    name,
    publicName: name,
    ...(input.company && { locale: input.company.locale }),
    emailEncrypted: await encryptField(email, "staff.email"),
    emailHash: await hashField(email),
    passwordHash: await hashPassword(password),
    sessionVersion: sql`${staff.sessionVersion} + 1`,
  };
}

async function replace(tx: Transaction, ctx: ServiceContext<StaffActor>, input: StartOwnInput) {
  const account = await accountOf(input);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('settings:company'))`);
  const { value } = await readSettings(tx, "company");
  if (!value.demo) throw conflict("not_demo");
  if (![value.name.zh, value.name.en].includes(input.confirmation)) throw invalid("confirmation_wrong");
  const demo = await demoRows(tx);
  const needs = needsOf(value, demo, ctx.actor);
  if ((needs.company && !input.company) || (needs.account && !account)) throw invalid("own_company_missing");
  const files = await tx.select({ key: attachments.storageKey }).from(attachments);
  await removeDemoRows(tx, demo, ctx.actor.staffId);
  if (needs.account && account) {
    await tx.update(staff).set(account).where(eq(staff.id, ctx.actor.staffId));
    await emitEvent(tx, ctx, { name: "staff.password_changed", entityId: ctx.actor.staffId });
  }
  await writeSettings(tx, ctx, "company", withoutDemo(value));
  if (needs.company && input.company) await describeCompany(tx, ctx, input.company);
  await forgetDemo(tx);
  return files;
}

/**
 * Removes the demo for good: its people, articles and groups, and everything customers said and asked meanwhile. What the
 * company added itself stays: colleagues, articles, categories, groups, keys and settings. Someone of the demo who asks
 * goes on under an account of their own, so nobody is locked out.
 * @param input.confirmation the company's name, typed.
 * @throws ServiceError conflict `not_demo`, `email_taken`, invalid `confirmation_wrong`, `own_company_missing`.
 */
export async function removeDemo({ ctx, input }: { ctx: ServiceContext; input: StartOwnInput }): Promise<void> {
  const permitted = requirePermission(ctx, "settings:manage");
  const files = await withTransaction(permitted, (tx) => replace(tx, permitted, input)).catch((error: unknown) => {
    if (violatedConstraint(error) === "staff_email_hash_key") throw conflict("email_taken");
    throw error;
  });
  forgetSettings("company");
  for (const locale of LOCALES) await rebuildIndex({ ctx: asSystem(permitted), input: { locale } });
  await forgetDemoAccounts();
  for (const { key } of files) await deleteStoredFile(key);
}
