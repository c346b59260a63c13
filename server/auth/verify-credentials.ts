import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { staff } from "@/db/schema";
import { hashField } from "@/lib/crypto";
import { passwordMatches } from "./password";

/**
 * The person these credentials belong to, or null; a disabled account is refused like a wrong password.
 */
export async function verifyCredentials(
  ctx: { db: Database; now: Date },
  input: { email: string; password: string; address: string },
): Promise<{ id: string; name: string; sessionVersion: number } | null> {
  const [row] = await ctx.db
    .select()
    .from(staff)
    .where(eq(staff.emailHash, await hashField(input.email)));
  const matches = await passwordMatches(row?.passwordHash ?? null, input.password);
  if (!row || !matches || row.disabledAt) return null;
  return { id: row.id, name: row.name, sessionVersion: row.sessionVersion };
}
