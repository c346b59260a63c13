import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staff, staffTokens } from "@/db/schema";
import { hashToken } from "@/lib/crypto";
import { hashPassword, passwordMatches } from "@/server/auth/password";
import { requirePermission, type ServiceContext } from "@/server/context";
import { invalid, notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { findStaffLink, forgetStaffLinks } from "./staff-tokens";
import { writeStaffMail } from "./write-staff-mail";

/** Stores the password and ends every session of the person; they are told by mail unless it is their first. */
async function storePassword(tx: Transaction, ctx: ServiceContext, staffId: string, hash: string): Promise<void> {
  const [before] = await tx.select().from(staff).where(eq(staff.id, staffId)).for("update");
  const [row] = await tx
    .update(staff)
    .set({ passwordHash: hash, sessionVersion: sql`${staff.sessionVersion} + 1` })
    .where(eq(staff.id, staffId))
    .returning();
  if (!row) throw notFound();
  await forgetStaffLinks(tx, ctx, staffId);
  await emitEvent(tx, ctx, { name: "staff.password_changed", entityId: staffId });
  if (!before?.passwordHash) return;
  const dedupeKey = `password:${staffId}:${row.sessionVersion}`;
  await writeStaffMail(tx, ctx, row, { kind: "passwordChanged", values: {}, dedupeKey });
}

/**
 * Sets a password with an invitation or reset link, which is then used up.
 * @throws ServiceError not_found `link_expired` for a used, expired, replaced or invented link.
 */
export async function setPasswordByLink({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { token: string; password: string };
}): Promise<void> {
  const hash = await hashPassword(input.password);
  await withTransaction(ctx, async (tx) => {
    const tokenHash = await hashToken(input.token);
    await tx.select().from(staffTokens).where(eq(staffTokens.tokenHash, tokenHash)).for("update");
    const found = await findStaffLink(tx, ctx, input.token);
    if (!found) throw notFound("link_expired");
    await storePassword(tx, ctx, found.staffId, hash);
  });
}

/**
 * Changes one's own password; every session ends, also the present one.
 * @throws ServiceError invalid `wrong_password` when the present one is not right.
 */
export async function changePassword({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { current: string; password: string };
}): Promise<void> {
  const { actor } = requirePermission(ctx, "team:read");
  const [row] = await ctx.db.select({ hash: staff.passwordHash }).from(staff).where(eq(staff.id, actor.staffId));
  if (!(await passwordMatches(row?.hash ?? null, input.current))) throw invalid("wrong_password");
  const hash = await hashPassword(input.password);
  await withTransaction(ctx, (tx) => storePassword(tx, ctx, actor.staffId, hash));
}
