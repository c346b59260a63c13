import { eq, inArray, lt, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { signInFailures } from "@/db/schema";
import { hashField } from "@/lib/crypto";
import { ALLOWED_FAILURES, countAttempt, secondsLocked } from "./sign-in-lock";

type Context = { db: Database; now: Date };
/** Who is attempted and from where; an address of null is not counted. */
export type Attempt = { account: string; address: string | null };

const subjectOf = {
  account: (account: string) => hashField(`sign-in account:${account}`),
  address: (address: string) => hashField(`sign-in address:${address}`),
};

async function count(tx: Transaction, now: Date, subject: string, allowed: number): Promise<number> {
  await tx.insert(signInFailures).values({ subject, failedAt: now }).onConflictDoNothing();
  const [row] = await tx.select().from(signInFailures).where(eq(signInFailures.subject, subject)).for("update");
  if (!row) throw new Error("Sign-in attempt not counted");
  const known = { ...row, failedAt: row.failedAt.getTime(), lockedUntil: row.lockedUntil?.getTime() ?? null };
  const seconds = secondsLocked(known, now.getTime());
  if (seconds > 0) return seconds;
  const next = countAttempt(known, now.getTime(), allowed);
  const lockedUntil = next.lockedUntil === null ? null : new Date(next.lockedUntil);
  await tx
    .update(signInFailures)
    .set({ failures: next.failures, failedAt: now, lockedUntil })
    .where(eq(signInFailures.subject, subject));
  return 0;
}

/**
 * Counts an attempt before its password is looked at, so that many at once cannot slip through. It is the same for
 * accounts that do not exist.
 * @returns the seconds to wait; 0 = the attempt may go on.
 */
export async function beginAttempt(ctx: Context, attempt: Attempt): Promise<number> {
  const account = await subjectOf.account(attempt.account);
  const address = attempt.address ? await subjectOf.address(attempt.address) : null;
  return ctx.db.transaction(async (tx) => {
    const byAddress = address ? await count(tx, ctx.now, address, ALLOWED_FAILURES.address) : 0;
    return byAddress > 0 ? byAddress : count(tx, ctx.now, account, ALLOWED_FAILURES.account);
  });
}

/** The attempt was right: the account starts anew, the address gets this one back. */
export async function forgiveAttempt(ctx: Context, attempt: Attempt): Promise<void> {
  await ctx.db.delete(signInFailures).where(eq(signInFailures.subject, await subjectOf.account(attempt.account)));
  if (!attempt.address) return;
  await ctx.db
    .update(signInFailures)
    .set({ failures: sql`greatest(${signInFailures.failures} - 1, 0)`, lockedUntil: null })
    .where(eq(signInFailures.subject, await subjectOf.address(attempt.address)));
}

/** Seconds for which an account or address stays locked, without counting anything. */
export async function lockedFor(ctx: Context, attempt: Attempt): Promise<number> {
  const subjects = [await subjectOf.account(attempt.account)];
  if (attempt.address) subjects.push(await subjectOf.address(attempt.address));
  const rows = await ctx.db.select().from(signInFailures).where(inArray(signInFailures.subject, subjects));
  const locks = rows.map(({ lockedUntil }) => lockedUntil?.getTime() ?? 0);
  return Math.max(0, ...locks.map((until) => Math.ceil((until - ctx.now.getTime()) / 1000)));
}

const KEPT_MS = 24 * 60 * 60 * 1000;

/** Sweep: counts that no longer matter. */
export async function forgetAttempts(ctx: Context): Promise<void> {
  const limit = new Date(ctx.now.getTime() - KEPT_MS);
  await ctx.db.delete(signInFailures).where(lt(signInFailures.failedAt, limit));
}
