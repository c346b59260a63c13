import { asc } from "drizzle-orm";
import { staff } from "@/db/schema";
import { roleMay } from "@/lib/contracts/permissions";
import type { StaffRole } from "@/lib/contracts/team";
import { decryptField } from "@/lib/crypto";
import { requirePermission, type ServiceContext } from "@/server/context";

/** A person as colleagues see them; the address only for those who manage the team. */
export type StaffView = {
  id: string;
  name: string;
  publicName: string;
  role: StaffRole;
  state: "active" | "invited" | "disabled";
  email: string | null;
};

/** Everybody who works here, in the order in which they came. */
export async function listStaff({ ctx }: { ctx: ServiceContext }): Promise<StaffView[]> {
  const { actor } = requirePermission(ctx, "team:read");
  const manages = roleMay(actor.role, "team:manage");
  const rows = await ctx.db.select().from(staff).orderBy(asc(staff.createdAt), asc(staff.id));
  return Promise.all(
    rows.map(async ({ id, name, publicName, role, passwordHash, disabledAt, emailEncrypted }) => ({
      id,
      name,
      publicName,
      role,
      state: disabledAt ? "disabled" : passwordHash ? "active" : "invited",
      email: manages ? await decryptField(emailEncrypted, "staff.email") : null,
    })),
  );
}
