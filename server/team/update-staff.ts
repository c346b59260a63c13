import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { staff } from "@/db/schema";
import type { updateStaffSchema } from "@/lib/contracts/team";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict, notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";
import { forgetStaffLinks } from "./staff-tokens";

type StaffRow = typeof staff.$inferSelect;
type Input = z.infer<typeof updateStaffSchema>;

/** Refuses to leave nobody who can administer: someone else must be an administrator who can sign in. */
async function keepAnAdmin(tx: Transaction, staffId: string): Promise<void> {
  const admins = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.role, "admin"), isNull(staff.disabledAt), isNotNull(staff.passwordHash)))
    .orderBy(asc(staff.id))
    .for("update");
  if (!admins.some(({ id }) => id !== staffId)) throw conflict("last_admin");
}

function changesOf(row: StaffRow, input: Input, now: Date): Partial<StaffRow> {
  const { name = row.name, publicName = row.publicName, role = row.role } = input;
  const disable = input.disabled === true && row.disabledAt === null;
  const enable = input.disabled === false && row.disabledAt !== null;
  return {
    name,
    publicName,
    role,
    ...(disable && { disabledAt: now, sessionVersion: row.sessionVersion + 1 }),
    ...(enable && { disabledAt: null }),
  };
}

/**
 * Changes a person's names, role or whether they may sign in. Disabling ends their sessions, keys and links at once
 * and gives their conversations back to the queue.
 * @throws ServiceError not_found, conflict `last_admin`.
 */
export async function updateStaff({ ctx, input }: { ctx: ServiceContext; input: Input }): Promise<void> {
  requirePermission(ctx, "team:manage");
  await withTransaction(ctx, async (tx) => {
    const [known] = await tx.select().from(staff).where(eq(staff.id, input.staffId));
    if (!known) throw notFound();
    const loses = input.disabled === true || (input.role !== undefined && input.role !== "admin");
    if (known.role === "admin" && known.disabledAt === null && loses) await keepAnAdmin(tx, known.id);
    const [row] = await tx.select().from(staff).where(eq(staff.id, input.staffId)).for("update");
    if (!row) throw notFound();
    const changes = changesOf(row, input, ctx.now);
    await tx.update(staff).set(changes).where(eq(staff.id, row.id));
    const disabled = changes.disabledAt instanceof Date;
    if (disabled) await forgetStaffLinks(tx, ctx, row.id);
    await emitEvent(tx, ctx, {
      name: disabled ? "staff.disabled" : "staff.updated",
      entityId: row.id,
      data: { before: { role: row.role, disabled: row.disabledAt !== null }, after: { role: changes.role } },
    });
  });
}
