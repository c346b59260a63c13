import { eq } from "drizzle-orm";
import { staff } from "@/db/schema";
import type { StaffRole } from "@/lib/contracts/team";
import { decryptField } from "@/lib/crypto";
import type { Locale } from "@/lib/i18n";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { emitEvent } from "@/server/events/emit-event";
import { withTransaction } from "@/server/transaction";

export type Profile = { name: string; publicName: string; email: string; role: StaffRole; locale: string };

/** One's own account. */
export async function getProfile({ ctx }: { ctx: ServiceContext }): Promise<Profile> {
  const { actor } = requirePermission(ctx, "team:read");
  const [row] = await ctx.db.select().from(staff).where(eq(staff.id, actor.staffId));
  if (!row) throw notFound();
  const { name, publicName, role, locale } = row;
  return { name, publicName, role, locale, email: await decryptField(row.emailEncrypted, "staff.email") };
}

/** Changes one's own public name or language. */
export async function updateProfile({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { publicName?: string; locale?: Locale };
}): Promise<void> {
  const { actor } = requirePermission(ctx, "team:read");
  if (input.publicName === undefined && input.locale === undefined) return;
  await withTransaction(ctx, async (tx) => {
    await tx.update(staff).set(input).where(eq(staff.id, actor.staffId));
    await emitEvent(tx, ctx, { name: "staff.updated", entityId: actor.staffId, data: { after: input } });
  });
}
