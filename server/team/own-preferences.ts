import { eq, sql } from "drizzle-orm";
import { staff } from "@/db/schema";
import type { StaffPreferences } from "@/lib/contracts/team";
import { hashField } from "@/lib/crypto";
import { requirePermission, type ServiceContext } from "@/server/context";

/**
 * Keeps what somebody chose for their screens with their account, so that every browser they sign in on knows it; null
 * goes back to the default. Mails follow a chosen language.
 */
export async function keepOwnPreference({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { [Name in keyof StaffPreferences]?: StaffPreferences[Name] | null };
}): Promise<void> {
  const { actor } = requirePermission(ctx, "team:read");
  const merged = sql`jsonb_strip_nulls(${staff.preferences} || ${JSON.stringify(input)}::jsonb)`;
  await ctx.db
    .update(staff)
    .set({ preferences: merged, ...(input.locale && { locale: input.locale }) })
    .where(eq(staff.id, actor.staffId));
}

/** What the owner of an address chose; nothing for an unknown one. For the moment after they signed in. */
export async function preferencesOf(ctx: Pick<ServiceContext, "db">, email: string): Promise<StaffPreferences> {
  const [row] = await ctx.db
    .select({ preferences: staff.preferences })
    .from(staff)
    .where(eq(staff.emailHash, await hashField(email)));
  return row?.preferences ?? {};
}
