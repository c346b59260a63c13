import { and, eq, gt, isNull } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { staff, staffTokens } from "@/db/schema";
import { hashToken, newToken } from "@/lib/crypto";
import { env } from "@/lib/env";
import type { ServiceContext } from "@/server/context";

export type TokenPurpose = "invitation" | "reset";

const LIFETIME_MS: Record<TokenPurpose, number> = { invitation: 7 * 24 * 3_600_000, reset: 3_600_000 };

/**
 * Makes a single-use link with which someone sets a password; it replaces their earlier links. The address comes from
 * the configuration, never from the request.
 */
export async function createStaffLink(
  tx: Transaction,
  ctx: ServiceContext,
  staffId: string,
  purpose: TokenPurpose,
): Promise<{ tokenId: string; link: string; expiresAt: Date }> {
  await forgetStaffLinks(tx, ctx, staffId);
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + LIFETIME_MS[purpose]);
  const [row] = await tx
    .insert(staffTokens)
    .values({ staffId, purpose, tokenHash: await hashToken(token), expiresAt, createdAt: ctx.now })
    .returning({ id: staffTokens.id });
  if (!row) throw new Error("Link not stored");
  return { tokenId: row.id, link: new URL(`/${purpose}/${token}`, env().APP_URL).toString(), expiresAt };
}

/** Makes every unused link of a person worthless. */
export async function forgetStaffLinks(tx: Transaction, ctx: ServiceContext, staffId: string): Promise<void> {
  await tx
    .update(staffTokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(staffTokens.staffId, staffId), isNull(staffTokens.usedAt)));
}

/** Whom a link is for, while it can still be used; null for used, expired, replaced and invented ones. */
export async function findStaffLink(
  executor: Executor,
  ctx: Pick<ServiceContext, "now">,
  token: string,
): Promise<{ staffId: string; purpose: TokenPurpose; name: string } | null> {
  const [row] = await executor
    .select({ staffId: staff.id, purpose: staffTokens.purpose, name: staff.name })
    .from(staffTokens)
    .innerJoin(staff, eq(staff.id, staffTokens.staffId))
    .where(
      and(
        eq(staffTokens.tokenHash, await hashToken(token)),
        isNull(staffTokens.usedAt),
        gt(staffTokens.expiresAt, ctx.now),
        isNull(staff.disabledAt),
      ),
    );
  return row ?? null;
}
