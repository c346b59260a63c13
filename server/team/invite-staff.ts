import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { staff } from "@/db/schema";
import type { inviteStaffSchema } from "@/lib/contracts/team";
import { encryptField, hashField } from "@/lib/crypto";
import { requirePermission, type ServiceContext, type StaffActor } from "@/server/context";
import { conflict, notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { violatedConstraint, withTransaction } from "@/server/transaction";
import { createStaffLink } from "./staff-tokens";
import { writeStaffMail } from "./write-staff-mail";

type StaffRow = typeof staff.$inferSelect;

async function sendInvitation(tx: Transaction, ctx: ServiceContext<StaffActor>, row: StaffRow): Promise<string> {
  const { tokenId, link, expiresAt } = await createStaffLink(tx, ctx, row.id, "invitation");
  const expires = new Intl.DateTimeFormat(row.locale, { dateStyle: "long", timeZone: "UTC" }).format(expiresAt);
  const values = { inviter: ctx.actor.name, expires, link };
  await writeStaffMail(tx, ctx, row, { kind: "invitation", values, dedupeKey: `invitation:${tokenId}` });
  return link;
}

/**
 * Adds a person and mails the link with which they set their password. The link is returned too, because there may be
 * no mail server.
 * @throws ServiceError conflict `email_taken`.
 */
export async function inviteStaff({
  ctx: context,
  input,
}: {
  ctx: ServiceContext;
  input: z.infer<typeof inviteStaffSchema>;
}): Promise<{ staffId: string; link: string }> {
  const ctx = requirePermission(context, "team:manage");
  const values = {
    name: input.name,
    publicName: input.name,
    role: input.role,
    locale: input.locale,
    emailEncrypted: await encryptField(input.email, "staff.email"),
    emailHash: await hashField(input.email),
    createdAt: ctx.now,
  };
  try {
    return await withTransaction(ctx, async (tx) => {
      const [row] = await tx.insert(staff).values(values).returning();
      if (!row) throw new Error("Staff not stored");
      const link = await sendInvitation(tx, ctx, row);
      await emitEvent(tx, ctx, { name: "staff.invited", entityId: row.id, data: { role: row.role } });
      return { staffId: row.id, link };
    });
  } catch (error) {
    if (violatedConstraint(error) === "staff_email_hash_key") throw conflict("email_taken");
    throw error;
  }
}

/**
 * A new link for someone who lost theirs: an invitation while they have no password, else a reset.
 * @throws ServiceError not_found, conflict `staff_disabled`.
 */
export async function renewStaffLink({
  ctx: context,
  input,
}: {
  ctx: ServiceContext;
  input: { staffId: string };
}): Promise<{ link: string }> {
  const ctx = requirePermission(context, "team:manage");
  return withTransaction(ctx, async (tx) => {
    const [row] = await tx.select().from(staff).where(eq(staff.id, input.staffId)).for("update");
    if (!row) throw notFound();
    if (row.disabledAt) throw conflict("staff_disabled");
    if (!row.passwordHash) return { link: await sendInvitation(tx, ctx, row) };
    const { tokenId, link } = await createStaffLink(tx, ctx, row.id, "reset");
    await writeStaffMail(tx, ctx, row, { kind: "reset", values: { link }, dedupeKey: `reset:${tokenId}` });
    return { link };
  });
}
