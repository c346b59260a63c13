import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { staff } from "@/db/schema";
import { hashField } from "@/lib/crypto";
import { passwordMatches } from "./password";
import { beginAttempt, forgiveAttempt, lockedFor } from "./sign-in-attempts";

export type VerifiedStaff = { id: string; name: string; sessionVersion: number };

/**
 * Why someone is not let in: `wrong` (unknown account or wrong password, never which), `locked` for so many seconds,
 * `disabled` (told only to those who know the password).
 */
export type SignInRefusal = { reason: "wrong" | "locked" | "disabled"; seconds: number };

/**
 * The person these credentials belong to. Too many failures lock the account and the address for growing times; an
 * unknown account behaves and takes as long as a known one.
 * @param input.address where the attempt comes from; null when unknown.
 */
export async function verifyCredentials(
  ctx: { db: Database; now: Date },
  input: { email: string; password: string; address: string | null },
): Promise<VerifiedStaff | SignInRefusal> {
  const attempt = { account: input.email, address: input.address };
  const locked = await beginAttempt(ctx, attempt);
  if (locked > 0) return { reason: "locked", seconds: locked };
  const [row] = await ctx.db
    .select()
    .from(staff)
    .where(eq(staff.emailHash, await hashField(input.email)));
  const matches = await passwordMatches(row?.passwordHash ?? null, input.password);
  if (!row || !matches) {
    const seconds = await lockedFor(ctx, attempt);
    return { reason: seconds > 0 ? "locked" : "wrong", seconds };
  }
  await forgiveAttempt(ctx, attempt);
  if (row.disabledAt) return { reason: "disabled", seconds: 0 };
  return { id: row.id, name: row.name, sessionVersion: row.sessionVersion };
}
